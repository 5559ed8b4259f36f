using System.Globalization;

namespace BatchDashboard.Core.Imports.Sources;

/// <summary>The reasons for which one record of a source cannot be used.</summary>
internal static class RowFaults
{
    public static Error Width(int expected, int found) => new(
        SkipCodes.RowShape,
        $"The row has {Count(found, "field")} where the header has {Count(expected, "column")}. " +
        "A value that contains the delimiter must stand in quotes.");

    /// <param name="column">Its letters in the sheet.</param>
    public static Error OutsideColumns(string column) => new(
        SkipCodes.RowShape,
        $"Column {column} has a value in this row but no header. Give the column a header, or clear the cell.");

    public static Error TextAfterQuote(long line) => new(
        SkipCodes.RowShape,
        $"A value that opens with a quote on line {line.ToString(CultureInfo.InvariantCulture)} goes on after the " +
        "closing quote. Double the quotes that belong to the value.");

    public static Error CellTooLong(string header, int max) => new(
        SkipCodes.CellTooLong,
        $"The value is longer than {max.ToString("N0", CultureInfo.InvariantCulture)} characters.",
        header);

    public static Error BinaryCell(string header) => new(
        SkipCodes.BinaryCell, "The value contains a NUL character, so it is not text.", header);

    public static Error UndecodableCell(string header, string encoding) => new(
        SkipCodes.BinaryCell, $"The value contains bytes that are not {encoding} text.", header);

    public static Error Dropped() => new(SkipCodes.Dropped, "Dropped by the operator.");

    /// <summary>The record itself is at fault, so that its cells may not be what they seem.</summary>
    public static bool IsOfSource(string code) => code is SkipCodes.RowShape or SkipCodes.CellTooLong or SkipCodes.BinaryCell;

    /// <summary>The value could stand in a cell of a source.</summary>
    public static bool IsText(string value) =>
        value.Length <= CsvSource.MaxCellCharacters && value.AsSpan().IndexOfAny('\0', '\uFFFD') < 0;

    private static string Count(int count, string noun) =>
        $"{count.ToString(CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";
}
