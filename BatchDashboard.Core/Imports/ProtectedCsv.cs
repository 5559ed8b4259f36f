using CsvHelper;

namespace BatchDashboard.Core.Imports;

/// <summary>Writes a table as CSV, record by record; no spreadsheet runs its cells as formulas unless they are asked for raw.</summary>
public static class ProtectedCsv
{
    /// <param name="raw">Leaves the cells as they are, for programs that run no formulas and expect no apostrophes.</param>
    public static async Task WriteAsync(
        Stream destination,
        string[] headers,
        IAsyncEnumerable<string[]> records,
        bool raw,
        CancellationToken cancellationToken)
    {
        await using var writer = CsvWriter.Create(destination, CsvWriterOptions.Default, leaveOpen: true);
        await writer.WriteRecordAsync(Cells(headers), cancellationToken);
        await foreach (var record in records.WithCancellation(cancellationToken))
            await writer.WriteRecordAsync(Cells(record), cancellationToken);
        await writer.FlushAsync(cancellationToken);

        string[] Cells(string[] cells) => raw ? cells : Array.ConvertAll(cells, FormulaGuard.Protect);
    }
}
