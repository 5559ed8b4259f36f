using System.Globalization;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Dispatching.Rates;
using BatchDashboard.Core.LiveUpdates;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Dispatching;

/// <summary>Carries out a cancel, notices that a batch only waits for scheduled calls, and decides its final status once nothing is left.</summary>
public sealed class BatchFinisher(
    Database database,
    Leases leases,
    HangUps hangUps,
    CallRates rates,
    HaltedBatches halted,
    Conservation conservation,
    IBatchFeed feed,
    TimeProvider time)
{
    private const int RowsPerTransaction = 2000;

    public async Task RunAsync(int batchNumber, CancellationToken cancellationToken)
    {
        await using var lease = await leases.TryTakeAsync($"finish:{batchNumber}", cancellationToken);
        if (lease is null)
            return;
        var batch = await ReadAsync(batchNumber, cancellationToken);
        if (batch.StopRequested)
        {
            await CancelWaitingAsync(batchNumber, lease, cancellationToken);
            if (batch.HangUpRequested)
                await hangUps.AskAsync(batch, cancellationToken);
        }

        var moved = await database.WriteAsync(
            WritePriority.Interactive,
            async context =>
            {
                var status = await SettleAsync(context, batchNumber, cancellationToken);
                // In the same turn at the gate: a batch that only waits may be paused right behind it.
                if (status?.IsFinal() == true)
                    halted.Set(batchNumber, false);
                return status;
            },
            cancellationToken);
        if (moved is null)
            return;
        if (moved.Value.IsFinal())
        {
            rates.Forget(batchNumber);
            hangUps.Forget(batchNumber);
        }

        feed.Publish(BatchChange.Of(batchNumber));
        await conservation.CheckAsync(batchNumber, cancellationToken);
    }

    /// <summary>Ends a batch whose source is not read to its end: what is stored of it is cancelled.</summary>
    internal async Task BreakOffAsync(
        int batchNumber, HeldLease lease, BatchStatus end, Func<Batch, Error> why, CancellationToken cancellationToken)
    {
        await CancelWaitingAsync(batchNumber, lease, cancellationToken);
        await database.WriteAsync(
            WritePriority.Interactive,
            async context =>
            {
                var batch = await context.Batches.AsNoTracking().SingleAsync(b => b.Number == batchNumber, cancellationToken);
                if (batch.Counts.Waiting > 0)
                    return;
                context.MarkLoaded(batchNumber, chunked: false);
                context.Move(batchNumber, end, time.GetUtcNow(), why(batch).Code, why(batch).Message);
                halted.Set(batchNumber, false);
            },
            cancellationToken);
    }

    /// <summary>Cancels everything that nothing was asked of a provider for, in small transactions that let dispatch through.</summary>
    private async Task CancelWaitingAsync(int batchNumber, HeldLease lease, CancellationToken cancellationToken)
    {
        long? after = CallKey.RangeOf(batchNumber).First - 1;
        while (after is { } from && await lease.RenewAsync(cancellationToken))
        {
            after = await database.WriteAsync(
                WritePriority.Bulk,
                context => Task.FromResult(context.CancelWaiting(batchNumber, from, RowsPerTransaction, time.GetUtcNow())),
                cancellationToken);
            feed.Publish(BatchChange.OfAll(batchNumber));
        }
    }

    /// <returns>The status that it has now; null when it has it already.</returns>
    private async Task<BatchStatus?> SettleAsync(DashboardDbContext context, int batchNumber, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var batch = await context.Batches.AsNoTracking().SingleAsync(b => b.Number == batchNumber, cancellationToken);
        var counts = batch.Counts;
        if (!batch.Loaded || counts.InFlight > 0)
            return null;
        if (counts.Waiting > 0)
        {
            var waits = batch.StartsAt > now
                || (batch.DispatchedRow >= batch.LoadedRow && context.OnlyScheduledCallsWait(batchNumber, now));
            return waits ? Move(BatchStatus.WaitingForScheduledCalls) : null;
        }

        if (batch.StopRequested)
            return Move(BatchStatus.Cancelled, "batch_cancelled", HowCancelled(context, batch));

        // Those that were ready came onto the do-not-call list after the launch.
        if (counts.Total == counts.Skipped)
            return context.MoveToNoValidRecipients(batchNumber, counts.Total, now) ? BatchStatus.Failed : null;
        var flawless = counts.NotSuccessful + counts.Skipped + counts.Canceled == 0;
        return Move(flawless ? BatchStatus.Completed : BatchStatus.CompletedPartial);

        BatchStatus? Move(BatchStatus status, string? code = null, string? reason = null) =>
            context.Move(batchNumber, status, now, code, reason) ? status : null;
    }

    private static string HowCancelled(DashboardDbContext context, Batch batch)
    {
        var hungUp = batch.HangUpRequested ? context.CountHungUp(batch.Number) : 0;
        var undialled = $"{Calls(batch.Counts.Canceled - hungUp)} cancelled before being dialled";
        return hungUp == 0 ? $"{undialled}." : $"{undialled}, and {Calls(hungUp)} hung up.";
    }

    private static string Calls(int count) => count == 1
        ? "1 call was"
        : string.Create(CultureInfo.InvariantCulture, $"{count:N0} calls were");

    private async Task<Batch> ReadAsync(int batchNumber, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        return await context.Batches.AsNoTracking().SingleAsync(batch => batch.Number == batchNumber, cancellationToken);
    }
}
