using System.Text.Json.Nodes;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Batches;

/// <summary>Reads what happened to a batch: its own log and its skipped rows, in one order of time.</summary>
public sealed class BatchLogQueries(Database database)
{
    // Skipped rows stand between the two phases in which they were found; they need no second copy in the log.
    private const string Union =
        """
        SELECT 'log-' || id AS id, event, at, payload, id AS place FROM batch_log WHERE batch_number = {0}
        UNION ALL
        SELECT 'row-' || (s.call_key & 16777215), 'row_skipped', c.updated_at,
            json_object('row_number', s.call_key & 16777215, 'column', s."column", 'value', s.value,
                'code', s.code, 'message', s.message), s.call_key & 16777215
        FROM skipped_rows s JOIN calls c ON c.key = s.call_key WHERE s.call_key BETWEEN {1} AND {2}
        """;

    public async Task<IReadOnlyList<BatchLogLine>> ListAsync(
        int batchNumber, int take, int skip, bool newestFirst, CancellationToken cancellationToken)
    {
        var (first, last) = CallKey.RangeOf(batchNumber);
        await using var context = await database.ReadAsync(cancellationToken);
        var lines = context.Database.SqlQueryRaw<Line>(Union, batchNumber, first, last);
        lines = newestFirst
            ? lines.OrderByDescending(line => line.At).ThenByDescending(line => line.Place)
            : lines.OrderBy(line => line.At).ThenBy(line => line.Place);
        return [.. (await lines.Skip(skip).Take(take).ToListAsync(cancellationToken)).Select(Read)];
    }

    /// <summary>The batch's own log, without its skipped rows, newest first.</summary>
    /// <param name="before">The number of the last line of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<BatchLogLine>> ListOwnAsync(
        int batchNumber, int take, long? before, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        var entries = context.BatchLog.AsNoTracking().Where(entry => entry.BatchNumber == batchNumber);
        if (before is not null)
            entries = entries.Where(entry => entry.Id < before);
        return [.. (await entries.OrderByDescending(entry => entry.Id).Take(take).ToListAsync(cancellationToken)).Select(Read)];
    }

    /// <summary>When the batch first came to each status it has been in.</summary>
    public async Task<IReadOnlyDictionary<BatchStatus, DateTimeOffset>> FirstTimesAsync(
        int batchNumber, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        var entries = await context.BatchLog.AsNoTracking()
            .Where(entry => entry.BatchNumber == batchNumber && entry.Event == LogEvent.Lifecycle)
            .OrderBy(entry => entry.Id).ToListAsync(cancellationToken);
        var times = new Dictionary<BatchStatus, DateTimeOffset>();
        foreach (var line in entries.Select(Read))
        {
            if (WireName.Parse<BatchStatus>((string?)line.Payload["state_change"]) is { } status)
                times.TryAdd(status, line.At);
        }

        return times;
    }

    private static BatchLogLine Read(BatchLogEntry entry) =>
        new($"log-{entry.Id}", entry.Event, entry.At, JsonNode.Parse(entry.Payload)!.AsObject());

    private static BatchLogLine Read(Line line) => new(
        line.Id,
        WireName.Parse<LogEvent>(line.Event)!.Value,
        new DateTimeOffset(line.At, TimeSpan.Zero),
        JsonNode.Parse(line.Payload)!.AsObject());

    private sealed record Line(string Id, string Event, long At, string Payload, long Place);
}
