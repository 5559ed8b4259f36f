using System.Globalization;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.NewBatch.Recipients;

/// <summary>The ways in which a file can be read, in words for people.</summary>
internal static class FormatChoices
{
    private const int LongestExcerpt = 60;

    public static IReadOnlyList<FormatChoice> Encodings(SourceFormat current) => With(
        current.Encoding,
        SourceEncodings.LabelOf,
        SourceEncodings.All.Select(encoding => new FormatChoice(encoding.Name, encoding.Label)));

    public static IReadOnlyList<FormatChoice> Delimiters(SourceFormat current) => With(
        Write(current.Delimiter), value => $"“{value}”",
        [new(",", "Comma ( , )"), new(";", "Semicolon ( ; )"), new("\t", "Tab"), new("|", "Vertical bar ( | )")]);

    public static IReadOnlyList<FormatChoice> Quotes(SourceFormat current) => With(
        Write(current.Quote), value => $"“{value}”",
        [new("\"", "Double quotes ( \" )"), new("'", "Single quotes ( ' )"), new("", "None: quotes are text")]);

    public static IReadOnlyList<FormatChoice> Sheets(SourceDetection detected) =>
        [.. detected.Sheets.Select(sheet => new FormatChoice(sheet, VisibleText.Of(sheet)))];

    /// <param name="rows">The first rows as they stand in the file.</param>
    public static IReadOnlyList<FormatChoice> HeaderRows(SourceFormat current, IReadOnlyList<SourceRow> rows) => With(
        WriteRow(current.HeaderRow), value => $"Row {value}",
        [
            new("0", "None: the first row is data"),
            .. rows.Select(row => new FormatChoice(WriteRow(row.RowNumber), $"Row {WriteRow(row.RowNumber)}: {Excerpt(row)}")),
        ]);

    /// <summary>How a file is read, said and not asked.</summary>
    public static IReadOnlyList<string> Words(SourceFormat format)
    {
        var header = format.HeaderRow == 0 ? "No header row" : $"Header in row {WriteRow(format.HeaderRow)}";
        return format.Kind == SourceKind.Workbook
            ? [$"Sheet: {VisibleText.Of(format.Sheet ?? "the first")}", header]
            : [$"Encoding: {SourceEncodings.LabelOf(format.Encoding)}", $"Delimiter: {LabelOf(Delimiters(format), Write(format.Delimiter))}", header];
    }

    public static string Write(char? character) => character?.ToString() ?? "";

    public static string WriteRow(int row) => row.ToString(CultureInfo.InvariantCulture);

    public static int ReadRow(string value) => int.Parse(value, CultureInfo.InvariantCulture);

    public static char? Read(string value) => value is [var character] ? character : null;

    /// <summary>The current one is among the choices even when nobody would offer it.</summary>
    private static FormatChoice[] With(
        string current, Func<string, string> label, IEnumerable<FormatChoice> choices)
    {
        FormatChoice[] known = [.. choices];
        return Array.Exists(known, choice => choice.Value == current)
            ? known
            : [.. known, new FormatChoice(current, label(current))];
    }

    private static string LabelOf(IEnumerable<FormatChoice> choices, string value) =>
        choices.First(choice => choice.Value == value).Label;

    private static string Excerpt(SourceRow row)
    {
        var text = VisibleText.Of(string.Join(", ", row.Fields.Where(field => field.Length > 0).Take(8)));
        return text.Length <= LongestExcerpt ? text : $"{text[..LongestExcerpt].TrimEnd()}…";
    }
}
