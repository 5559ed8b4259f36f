using System.Text.Json.Nodes;
using BatchDashboard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Batches;

/// <summary>Reads what happened to a batch: its own log and its skipped rows, in one order of time.</summary>
public sealed class BatchLogQueries(Database database)
{
    public async Task<IReadOnlyList<BatchLogLine>> ListAsync(
        int batchNumber, int take, int skip, bool newestFirst, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        var rows = BatchLogRow.Of(context, batchNumber);
        rows = newestFirst
            ? rows.OrderByDescending(row => row.At).ThenByDescending(row => row.Place)
            : rows.OrderBy(row => row.At).ThenBy(row => row.Place);
        return [.. (await rows.Skip(skip).Take(take).ToListAsync(cancellationToken)).Select(Read)];
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

    private static BatchLogLine Read(BatchLogRow row) => new(
        row.Id,
        WireName.Parse<LogEvent>(row.Event)!.Value,
        new DateTimeOffset(row.At, TimeSpan.Zero),
        JsonNode.Parse(row.Payload)!.AsObject());
}
