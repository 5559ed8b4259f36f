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

    private static BatchLogLine Read(Line line) => new(
        line.Id,
        WireName.Parse<LogEvent>(line.Event)!.Value,
        new DateTimeOffset(line.At, TimeSpan.Zero),
        JsonNode.Parse(line.Payload)!.AsObject());

    private sealed record Line(string Id, string Event, long At, string Payload, long Place);
}
