using System.Globalization;

namespace BatchDashboard.Core.Imports.Sources;

/// <summary>What people should know about a file that can be read all the same.</summary>
public static class SourceWarnings
{
    /// <summary>So many places are named; the rest is counted.</summary>
    private const int Named = 5;

    /// <summary>One sentence each; of the first rows only, for a whole file takes its time.</summary>
    public static IReadOnlyList<string> Of(SourcePreview preview) =>
    [
        .. Twins(preview.Headers),
        .. Nameless(preview.Headers),
        .. Empty(preview),
        .. Faulty(preview.Rows),
        .. Formulas(preview),
        .. Mixed(preview),
    ];

    private static IEnumerable<string> Twins(IReadOnlyList<string> headers)
    {
        var names = HeaderNames.CleanAll(headers);
        return headers.Index()
            .Where(header => HeaderNames.Trim(header.Item).Length > 0)
            .GroupBy(header => HeaderNames.Trim(header.Item), header => names[header.Index], StringComparer.OrdinalIgnoreCase)
            .Where(twins => twins.Count() > 1)
            .Select(twins => $"{Count(twins.Count(), "column")} are called “{twins.Key}”; they are told apart as {List(twins)}.");
    }

    private static IEnumerable<string> Nameless(IReadOnlyList<string> headers)
    {
        string[] names = [.. headers.Index()
            .Where(header => HeaderNames.Trim(header.Item).Length == 0)
            .Select(header => HeaderNames.CleanAll(headers)[header.Index])];
        if (names.Length > 0)
            yield return $"{Count(names.Length, "column")} {(names.Length == 1 ? "has" : "have")} no header: {List(names)}.";
    }

    private static IEnumerable<string> Empty(SourcePreview preview)
    {
        SourceRow[] rows = [.. preview.Rows.Where(row => row.Fault is null)];
        string[] names = [.. HeaderNames.CleanAll(preview.Headers).Index()
            .Where(column => rows.Length > 0 && rows.All(row => string.IsNullOrWhiteSpace(row.Fields[column.Index])))
            .Select(column => column.Item)];
        if (names.Length > 0)
            yield return $"Empty in all of the first {Count(rows.Length, "row")}: {List(names)}.";
    }

    private static IEnumerable<string> Faulty(IReadOnlyList<SourceRow> rows) => rows
        .Where(row => row.Fault is not null)
        .GroupBy(row => row.Fault!.Code)
        .Select(faults => (Count: faults.Count(), First: faults.First(), Rows: List(faults.Select(row => Number(row.RowNumber)))))
        .Select(faults => faults.Count == 1
            ? $"Row {faults.Rows} will be skipped. {faults.First.Fault!.Message}"
            : $"{Count(faults.Count, "row")} will be skipped: {faults.Rows}. In row {Number(faults.First.RowNumber)}: {faults.First.Fault!.Message}");

    private static IEnumerable<string> Formulas(SourcePreview preview)
    {
        string[] cells = [.. preview.Rows.SelectMany(row => row.Fields, (row, cell) => (row.RowNumber, cell))
            .Where(cell => LooksLikeFormula(cell.cell))
            .Select(cell => Number(cell.RowNumber)).Distinct()];
        if (cells.Length > 0)
            yield return $"Cells that look like formulas are taken as the text they are: {(cells.Length == 1 ? "row" : "rows")} {List(cells)}.";
    }

    private static IEnumerable<string> Mixed(SourcePreview preview)
    {
        var encoding = SourceEncodings.Get(preview.Format.Encoding);
        var cells = preview.Rows.SelectMany(row => row.Fields, (row, cell) => (row.RowNumber, Cell: cell, Meant: MixedEncoding.AsUtf8(cell, encoding)))
            .Where(cell => cell.Meant is not null).DistinctBy(cell => cell.RowNumber).ToArray();
        if (cells is [var (row, cell, meant), ..])
            yield return $"Some lines are valid UTF-8 and others are not, and all are read as {SourceEncodings.LabelOf(preview.Format.Encoding)}: " +
                $"{(cells.Length == 1 ? "row" : "rows")} {List(cells.Select(found => Number(found.RowNumber)))} " +
                $"{(cells.Length == 1 ? "looks" : "look")} wrong. In row {Number(row)}, “{CellExcerpt.Of(cell)}” may be “{CellExcerpt.Of(meant!)}”.";
    }

    // Numbers begin with a plus or minus, and ="…" only keeps a spreadsheet from reading its content as a number.
    private static bool LooksLikeFormula(string cell) =>
        cell is ['=' or '@', _, ..] or ['+' or '-', (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'), ..]
        && !cell.StartsWith("=\"", StringComparison.Ordinal);

    private static string List(IEnumerable<string> all)
    {
        string[] items = [.. all];
        return items.Length <= Named + 1
            ? string.Join(", ", items)
            : $"{string.Join(", ", items[..Named])} and {Number(items.Length - Named)} more";
    }

    private static string Count(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
