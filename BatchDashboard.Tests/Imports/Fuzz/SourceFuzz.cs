using System.Text;
using BatchDashboard.Core;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Tests.Imports.Fuzz;

/// <summary>
/// Reads one file, whatever is in it, and throws unless it is refused for a reason we know or every row of it is there.
/// </summary>
internal static class SourceFuzz
{
    private static readonly string[] Refusals =
    [
        SourceErrors.NoRecipientsCode, SourceErrors.NotATableCode, SourceErrors.TooLargeCode, SourceErrors.UnclosedQuoteCode,
    ];

    private static readonly string[] Faults = [SkipCodes.RowShape, SkipCodes.CellTooLong, SkipCodes.BinaryCell];

    /// <summary>As an upload does: whatever the detection says, and then all rows.</summary>
    public static async Task ExecuteAsync(string path, byte[] bytes)
    {
        await File.WriteAllBytesAsync(path, bytes);
        var detected = await SourceFormatDetector.DetectAsync(path, CancellationToken.None);
        if (!detected.IsSuccess)
        {
            CheckRefusal(detected.Error);
            return;
        }

        var rows = await ReadAsync(path, detected.Value.Format);
        if (rows is not null && detected.Value.Format is { Kind: SourceKind.Csv, Encoding: "utf-8" } format)
            CheckNumbers(rows, bytes, format);
    }

    private static async Task<List<SourceRow>?> ReadAsync(string path, SourceFormat format)
    {
        var opened = await ImportSource.OpenAsync(path, format, CancellationToken.None);
        if (!opened.IsSuccess)
        {
            CheckRefusal(opened.Error);
            return null;
        }

        await using var source = opened.Value;
        List<SourceRow> rows = [];
        try
        {
            await foreach (var row in source.ReadRowsAsync(CancellationToken.None))
            {
                CheckRow(row, rows.LastOrDefault(), source.Preview.Headers.Count);
                rows.Add(row);
            }
        }
        catch (SourceUnreadableException unreadable)
        {
            CheckRefusal(unreadable.Error);
            return null;
        }

        return rows;
    }

    private static void CheckRow(SourceRow row, SourceRow? before, int columns)
    {
        if (row.RowNumber <= (before?.RowNumber ?? 0))
            throw new InvalidOperationException($"Row {row.RowNumber} comes after row {before?.RowNumber}.");
        if (row.Fault is { } fault ? !Faults.Contains(fault.Code) : row.Fields.Length != columns)
            throw new InvalidOperationException($"Row {row.RowNumber} has {row.Fields.Length} fields: {row.Fault}.");
    }

    /// <summary>Every record that is not blank and stands below the header is a row under its own number.</summary>
    private static void CheckNumbers(List<SourceRow> rows, byte[] bytes, SourceFormat format)
    {
        var text = bytes.AsSpan() is [0xEF, 0xBB, 0xBF, .. var rest] ? rest : bytes.AsSpan();
        var records = ReferenceCsv.Records(text, (byte)format.Delimiter, (byte?)format.Quote)
            ?? throw new InvalidOperationException("A file with an open quote was read.");
        while (records.Count > 0 && IsSeparatorLine(records[0]))
            records.RemoveAt(0);
        var expected = records.Index()
            .Where(record => record.Index >= format.HeaderRow && !IsBlank(record.Item, format.Delimiter))
            .Select(record => record.Index + 1);
        if (!rows.Select(row => row.RowNumber).SequenceEqual(expected))
            throw new InvalidOperationException($"Rows are missing or too many: {string.Join(' ', rows.Select(row => row.RowNumber))}.");
    }

    private static bool IsSeparatorLine(byte[] record) =>
        Encoding.Latin1.GetString(record) is { Length: 5 } line
        && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)
        && line[4] is '\t' or (>= ' ' and < (char)127) and not ('"' or '\'')
        && !char.IsLetterOrDigit(line[4]);

    private static bool IsBlank(byte[] record, char delimiter) =>
        record.AsSpan().IndexOfAnyExcept((byte)' ', delimiter == '\t' ? (byte)' ' : (byte)'\t', (byte)0x1A) < 0;

    private static void CheckRefusal(Error error)
    {
        if (!Refusals.Contains(error.Code) || error.Message.Length == 0)
            throw new InvalidOperationException($"Refused for an unknown reason: {error}.");
    }
}
