using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Imports;

/// <summary>How a table is written as CSV; by default as programs read it, with cells that no spreadsheet takes for formulas.</summary>
/// <param name="IsRaw">Leaves the cells as they are, for programs that run no formulas and expect no apostrophes.</param>
/// <param name="HasMark">Starts with a byte order mark; without it spreadsheets show other letters than there are.</param>
public sealed record CsvStyle(char Separator = ',', bool IsRaw = false, bool HasMark = false)
{
    public static CsvStyle Raw { get; } = new(IsRaw: true);

    /// <summary>For the spreadsheet that the source came from: one that writes semicolons opens nothing else as a table.</summary>
    public static CsvStyle ForPeople(SourceFormat? source = null) =>
        new(source is { Kind: SourceKind.Csv, Delimiter: ';' } ? ';' : ',', HasMark: true);
}
