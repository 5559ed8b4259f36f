using CsvHelper;

namespace BatchDashboard.Core.Imports;

/// <summary>Writes a table as CSV, record by record; no spreadsheet runs its cells as formulas unless they are asked for raw.</summary>
public static class ProtectedCsv
{
    public static async Task WriteAsync(
        Stream destination,
        string[] headers,
        IAsyncEnumerable<string[]> records,
        CsvStyle style,
        CancellationToken cancellationToken)
    {
        await using var writer = CsvWriter.Create(
            destination,
            CsvWriterOptions.Default with { Separator = style.Separator, WriteByteOrderMark = style.HasMark },
            leaveOpen: true);
        await writer.WriteRecordAsync(Cells(headers), cancellationToken);
        await foreach (var record in records.WithCancellation(cancellationToken))
            await writer.WriteRecordAsync(Cells(record), cancellationToken);
        await writer.FlushAsync(cancellationToken);

        string[] Cells(string[] cells) => style.IsRaw ? cells : Array.ConvertAll(cells, FormulaGuard.Protect);
    }
}
