using System.ComponentModel.DataAnnotations;

namespace BatchDashboard.Core.Data;

/// <summary>Where the installation keeps what must survive.</summary>
public sealed class StorageOptions
{
    public const string SectionName = "Storage";

    /// <summary>Database, uploads, recordings and keys; a relative path counts from the content root.</summary>
    [Required]
    public string DataDirectory { get; set; } = "data";

    /// <summary>The database engine; only the embedded one so far.</summary>
    [AllowedValues("Sqlite", ErrorMessage = "Storage:Provider knows 'Sqlite'.")]
    public string Provider { get; set; } = "Sqlite";
}
