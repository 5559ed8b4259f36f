using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Compliance;

/// <summary>An uploaded file of numbers that are to be put on the list, and how it is read.</summary>
/// <param name="Preview">Its headers and first rows.</param>
public sealed record DoNotCallFile(Guid Id, SourcePreview Preview, DoNotCallColumns Columns)
{
    /// <summary>As the browser named it; for people only, never a path.</summary>
    public string Name { get; init; } = "";

    /// <summary>ISO 3166 alpha-2, of numbers without a country code.</summary>
    public string Country { get; init; } = "US";

    /// <summary>Of rows that give none.</summary>
    public string Reason { get; init; } = "";
}
