using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>
/// Loads a batch of one call within the transaction that adds it. The row was read and checked before, and the gate of
/// dispatch asks again about everything that may change, so no source is read.
/// </summary>
internal static class CallLoadingOfOne
{
    private const string Insert =
        """
        INSERT INTO calls (key, status, to_number, data, epoch, dials, created_at, updated_at)
        VALUES (@key, 'queued', @to, @data, 0, 0, @created, @now)
        """;

    private const string Count =
        "UPDATE batches SET n_queued = n_queued + 1, loaded_row = @row, dispatched_row = @row - 1 WHERE number = @batch";

    /// <param name="batch">Just added.</param>
    public static void LoadOnly(this DashboardDbContext context, Batch batch, CallKey call, PhoneNumber to, string data, DateTimeOffset now)
    {
        context.Move(batch.Number, BatchStatus.Validating, now);
        context.Run(Insert, ("@key", call.Value), ("@to", to.E164), ("@data", data), ("@created", batch.CreatedAt), ("@now", now));
        context.Run(Count, ("@batch", batch.Number), ("@row", call.RowNumber));
        context.MarkLoaded(batch.Number, chunked: false);
        context.Move(batch.Number, BatchStatus.Dispatching, now);
    }
}
