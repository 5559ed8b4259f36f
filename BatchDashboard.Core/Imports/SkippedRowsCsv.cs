using System.Globalization;

namespace BatchDashboard.Core.Imports;

/// <summary>Writes skipped rows as CSV: the original columns in their order, then why each row was skipped.</summary>
public static class SkippedRowsCsv
{
    /// <summary>The columns for a batch whose source is call objects and not a file.</summary>
    public static readonly IReadOnlyList<string> EntryHeaders = OriginalCells.EntryHeaders;

    /// <summary>What stands behind the original columns.</summary>
    internal static readonly IReadOnlyList<string> ProblemHeaders =
        ["row_number", "error_column", "error_code", "error_message", "rejected_value"];

    /// <param name="headers">Those of the source, or <see cref="EntryHeaders"/>.</param>
    /// <param name="rows">Rows that have a problem.</param>
    public static Task WriteAsync(
        Stream destination,
        IReadOnlyList<string> headers,
        IAsyncEnumerable<(int RowNumber, RowProblem Problem)> rows,
        CsvStyle style,
        CancellationToken cancellationToken) =>
        ProtectedCsv.WriteAsync(
            destination,
            [.. headers, .. ProblemHeaders],
            rows.Select(row => Record(headers, row.RowNumber, row.Problem)),
            style,
            cancellationToken);

    private static string[] Record(IReadOnlyList<string> headers, int rowNumber, RowProblem problem)
    {
        var (cells, surplus) = OriginalCells.Of(headers, problem.Original);
        var message = surplus.Length == 0
            ? problem.Message
            : $"{problem.Message} Beyond the last column: {string.Join(" | ", surplus)}";
        return
        [
            .. cells,
            rowNumber.ToString(CultureInfo.InvariantCulture),
            problem.Column,
            problem.Code,
            message,
            problem.Value ?? "",
        ];
    }
}
