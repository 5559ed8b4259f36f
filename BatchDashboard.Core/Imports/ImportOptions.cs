using System.ComponentModel.DataAnnotations;

namespace BatchDashboard.Core.Imports;

/// <summary>How much one source file may hold.</summary>
public sealed class ImportOptions
{
    public const string SectionName = "Import";

    [Range(1, 1_000_000)]
    public int MaxFileMegabytes { get; set; } = 1024;

    /// <summary>Rows of recipients, ready and skipped together; a call's key leaves 24 bits for the row.</summary>
    [Range(1, (1 << 24) - 1)]
    public int MaxRows { get; set; } = 2_000_000;
}
