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

    private static BatchLogLine Read(BatchLogRow row) => new(
        row.Id,
        WireName.Parse<LogEvent>(row.Event)!.Value,
        new DateTimeOffset(row.At, TimeSpan.Zero),
        JsonNode.Parse(row.Payload)!.AsObject());
}
