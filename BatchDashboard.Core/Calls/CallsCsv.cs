using System.Globalization;
using System.Runtime.CompilerServices;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Calls;

/// <summary>Writes a batch as CSV: the columns of its source in their order, then what became of each row.</summary>
public sealed class CallsCsv(Database database, CallIds callIds)
{
    /// <summary>Read at once: a reader that stays open keeps the database from tidying up behind the writers.</summary>
    private const int PageSize = 1_000;

    private const string Time = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private static readonly string[] OutcomeHeaders =
    [
        "row_number", "call_id", "outcome", "answered_by", "to", "dials", "started_at", "answered_at", "ended_at", "duration_seconds",
        "error_code", "error_message",
    ];

    public Task WriteAsync(BatchSummary batch, Stream destination, CsvStyle style, CancellationToken cancellationToken)
    {
        var headers = batch.Plan.Layout?.Headers ?? OriginalCells.EntryHeaders;
        return ProtectedCsv.WriteAsync(
            destination, [.. headers, .. OutcomeHeaders], RecordsAsync(batch.Number, headers, cancellationToken), style, cancellationToken);
    }

    private async IAsyncEnumerable<string[]> RecordsAsync(
        int batch, IReadOnlyList<string> headers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (first, last) = CallKey.RangeOf(batch);
        for (var after = first - 1; ;)
        {
            var page = await ReadAsync(after, last, cancellationToken);
            foreach (var row in page)
                yield return Record(row, headers);
            if (page.Count < PageSize)
                break;
            after = page[^1].Call.Key;
        }
    }

    private async Task<List<Row>> ReadAsync(long after, long last, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        var calls = await context.Calls.AsNoTracking().Where(call => call.Key > after && call.Key <= last)
            .OrderBy(call => call.Key).Take(PageSize).ToListAsync(cancellationToken);
        if (calls.Count == 0)
            return [];
        var end = calls[^1].Key;
        var skipped = await context.SkippedRows.AsNoTracking().Where(row => row.CallKey > after && row.CallKey <= end)
            .ToDictionaryAsync(row => row.CallKey, cancellationToken);
        var attempts = await context.CallAttempts.AsNoTracking().Where(attempt => attempt.CallKey > after && attempt.CallKey <= end)
            .Select(attempt => new Dial(attempt.CallKey, attempt.Epoch, attempt.IntendedAt, attempt.ErrorMessage))
            .ToListAsync(cancellationToken);
        var dials = attempts.ToLookup(attempt => attempt.CallKey);
        return [.. calls.Select(call => new Row(call, skipped.GetValueOrDefault(call.Key), [.. dials[call.Key].OrderBy(dial => dial.Epoch)]))];
    }

    private string[] Record(Row row, IReadOnlyList<string> headers)
    {
        var (call, skipped, dials) = row;
        var key = new CallKey(call.Key);
        var cells = OriginalCells.Of(headers, skipped?.Original ?? call.Data).Cells;
        // Of a call object the number stands beside its settings.
        if (skipped is null && ReferenceEquals(headers, OriginalCells.EntryHeaders))
            cells[0] = call.ToNumber ?? "";
        return
        [
            .. cells,
            key.RowNumber.ToString(CultureInfo.InvariantCulture),
            callIds.Of(key, call.CreatedAt).ToString(),
            WireName.Of(call.Status),
            call.AnsweredBy is { } by ? WireName.Of(by) : "",
            call.ToNumber ?? "",
            call.Dials.ToString(CultureInfo.InvariantCulture),
            At(dials.Count > 0 ? dials[0].IntendedAt : null),
            At(call.AnsweredAt),
            At(call.EndedAt),
            call.EndedAt - call.AnsweredAt is { } spoken ? spoken.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) : "",
            skipped?.Code ?? call.ErrorCode ?? "",
            skipped?.Message ?? (dials.Count > 0 ? dials[^1].ErrorMessage : null) ?? "",
        ];
    }

    private static string At(DateTimeOffset? time) => time?.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture) ?? "";

    private sealed record Dial(long CallKey, int Epoch, DateTimeOffset IntendedAt, string? ErrorMessage);

    private sealed record Row(Call Call, SkippedRow? Skipped, IReadOnlyList<Dial> Dials);
}
