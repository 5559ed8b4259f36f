namespace BatchDashboard.Core.Imports.Sources;

/// <summary>How a source file is read; detected, then shown and open to correction.</summary>
/// <remarks>
/// Stored as JSON with drafts and batches, and read again from JSON that has fewer properties: a new one needs a default.
/// </remarks>
/// <param name="Encoding">IANA name, such as <c>utf-8</c> or <c>windows-1252</c>; not for a workbook.</param>
/// <param name="Delimiter">Not for a workbook.</param>
/// <param name="HeaderRow">Row number of the header in the file, from 1; 0 when the first row is data.</param>
/// <param name="Quote">Around values that contain the delimiter; null when a quote is text. Not for a workbook.</param>
/// <param name="Sheet">The name of a workbook's sheet; null for its first visible one.</param>
public sealed record SourceFormat(
    string Encoding = "utf-8",
    char Delimiter = ',',
    int HeaderRow = 1,
    char? Quote = '"',
    SourceKind Kind = SourceKind.Csv,
    string? Sheet = null)
{
    /// <summary>What is decided by whoever changes this format into another; another sheet has a header row of its own.</summary>
    public IReadOnlyList<FormatPart> PartsChangedIn(SourceFormat other) => other.Sheet != Sheet
        ? [FormatPart.Sheet]
        :
        [
            .. other.Encoding == Encoding ? Array.Empty<FormatPart>() : [FormatPart.Encoding],
            .. other.Delimiter == Delimiter ? Array.Empty<FormatPart>() : [FormatPart.Delimiter],
            .. other.Quote == Quote ? Array.Empty<FormatPart>() : [FormatPart.Quote],
            .. other.HeaderRow == HeaderRow ? Array.Empty<FormatPart>() : [FormatPart.HeaderRow],
        ];
}
