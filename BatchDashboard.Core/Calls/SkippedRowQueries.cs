using BatchDashboard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Calls;

/// <summary>Reads the rows of a batch that are not called, in the order of its source.</summary>
public sealed class SkippedRowQueries(Database database, CallIds callIds)
{
    /// <param name="after">The row number of the last line of the page before; 0 for the first page.</param>
    public async Task<IReadOnlyList<SkippedCall>> ListAsync(
        int batchNumber, int take, int after, CancellationToken cancellationToken)
    {
        var (from, to) = (new CallKey(batchNumber, after).Value, CallKey.RangeOf(batchNumber).Last);
        await using var context = await database.ReadAsync(cancellationToken);
        var rows = await context.SkippedRows.AsNoTracking().Where(row => row.CallKey > from && row.CallKey <= to)
            .Join(context.Calls, row => row.CallKey, call => call.Key, (row, call) => new { Row = row, call.CreatedAt })
            .OrderBy(pair => pair.Row.CallKey).Take(take).ToListAsync(cancellationToken);
        return [.. rows.Select(pair => Describe(pair.Row, pair.CreatedAt))];
    }

    private SkippedCall Describe(SkippedRow row, DateTimeOffset createdAt)
    {
        var key = new CallKey(row.CallKey);
        return new SkippedCall(callIds.Of(key, createdAt), key.RowNumber, row.Column, row.Value, row.Code, row.Message);
    }
}
