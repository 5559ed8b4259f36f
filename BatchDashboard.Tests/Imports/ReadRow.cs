using System.Text;
using BatchDashboard.Core.Imports;

namespace BatchDashboard.Tests.Imports;

/// <summary>An imported row that outlives its group.</summary>
internal sealed record ReadRow(int RowNumber, string? Number, string Data, DateTimeOffset? NotBefore, SkippedRow? Skipped)
{
    /// <summary>All rows of a group, which is given back.</summary>
    public static IReadOnlyList<ReadRow> Of(ImportGroup group)
    {
        using (group)
            return [.. Enumerable.Range(0, group.Count).Select(index => Of(group[index]))];
    }

    public static ReadRow Of(ImportedRow row) => new(
        row.RowNumber,
        row.Number.IsEmpty ? null : Encoding.UTF8.GetString(row.Number),
        Encoding.UTF8.GetString(row.Data),
        row.NotBefore,
        row.Skipped);
}
