using CsvHelper;

namespace BatchDashboard.Core.Imports;

/// <summary>Writes a table as CSV whose cells no spreadsheet runs as formulas, record by record.</summary>
public static class ProtectedCsv
{
    public static async Task WriteAsync(
        Stream destination,
        string[] headers,
        IAsyncEnumerable<string[]> records,
        CancellationToken cancellationToken)
    {
        await using var writer = CsvWriter.Create(destination, CsvWriterOptions.Default, leaveOpen: true);
        await writer.WriteRecordAsync(Protected(headers), cancellationToken);
        await foreach (var record in records.WithCancellation(cancellationToken))
            await writer.WriteRecordAsync(Protected(record), cancellationToken);
        await writer.FlushAsync(cancellationToken);
    }

    private static string[] Protected(string[] cells) => Array.ConvertAll(cells, FormulaGuard.Protect);
}
