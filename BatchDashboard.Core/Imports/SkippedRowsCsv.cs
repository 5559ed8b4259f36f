using System.Globalization;
using System.Text.Json;

namespace BatchDashboard.Core.Imports;

/// <summary>Writes skipped rows as CSV: the original columns in their order, then why each row was skipped.</summary>
public static class SkippedRowsCsv
{
    /// <summary>The columns for a batch whose source is call objects and not a file.</summary>
    public static readonly IReadOnlyList<string> EntryHeaders = ["phone_number", CallObjectHeader];

    private const string CallObjectHeader = "call_object";

    /// <summary>What stands behind the original columns.</summary>
    internal static readonly IReadOnlyList<string> ProblemHeaders =
        ["row_number", "error_column", "error_code", "error_message", "rejected_value"];

    /// <param name="headers">Those of the source, or <see cref="EntryHeaders"/>.</param>
    /// <param name="rows">Rows that have a problem.</param>
    /// <inheritdoc cref="ProtectedCsv.WriteAsync"/>
    public static Task WriteAsync(
        Stream destination,
        IReadOnlyList<string> headers,
        IAsyncEnumerable<(int RowNumber, RowProblem Problem)> rows,
        bool raw,
        CancellationToken cancellationToken) =>
        ProtectedCsv.WriteAsync(
            destination,
            [.. headers, .. ProblemHeaders],
            rows.Select(row => Record(headers, row.RowNumber, row.Problem)),
            raw,
            cancellationToken);

    private static string[] Record(IReadOnlyList<string> headers, int rowNumber, RowProblem problem)
    {
        var (cells, surplus) = Cells(headers, problem.Original);
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

    /// <summary>As many cells as there are headers, and what a row has beyond them.</summary>
    private static (string[] Cells, string[] Surplus) Cells(IReadOnlyList<string> headers, string original)
    {
        using var json = JsonDocument.Parse(original);
        if (json.RootElement.ValueKind == JsonValueKind.Object)
            return ([.. headers.Select(header => EntryCell(json.RootElement, header, original))], []);

        string[] fields = [.. json.RootElement.EnumerateArray().Select(field => field.GetString() ?? "")];
        var cells = new string[headers.Count];
        Array.Fill(cells, "");
        var kept = Math.Min(fields.Length, cells.Length);
        Array.Copy(fields, cells, kept);
        return (cells, fields[kept..]);
    }

    private static string EntryCell(JsonElement entry, string header, string original) =>
        header == CallObjectHeader ? original
        : entry.TryGetProperty(header, out var value) ? value.ToString()
        : "";
}
