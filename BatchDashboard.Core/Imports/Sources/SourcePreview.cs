namespace BatchDashboard.Core.Imports.Sources;

/// <summary>The headers and first rows of a source, for the screen on which columns are mapped.</summary>
public sealed record SourcePreview(
    SourceFormat Format,
    IReadOnlyList<string> Headers,
    IReadOnlyList<SourceRow> Rows);
