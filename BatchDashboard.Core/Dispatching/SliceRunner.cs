using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.LiveUpdates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Dispatching;

/// <summary>Dials a batch for a while, within the limits: permission, intent, request, again and again until nothing is due.</summary>
public sealed class SliceRunner(
    Database database,
    Leases leases,
    CallRates rates,
    CallPlacer placer,
    IBatchFeed feed,
    WorkSignal work,
    IOptions<DispatchOptions> options,
    TimeProvider time)
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>Few enough that a crash leaves few in doubt, enough to share the cost of a commit.</summary>
    private const int LargestGroup = 50;

    public async Task RunAsync(int batchNumber, int slice, CancellationToken cancellationToken)
    {
        await using var lease = await leases.TryTakeAsync($"slice:{batchNumber}:{slice}", cancellationToken);
        if (lease is null)
            return;
        var batch = new BatchInHand(await ReadAsync(batchNumber, cancellationToken));
        var end = time.GetUtcNow() + Length;
        var sending = new List<Task>();
        try
        {
            await DialAsync(batch, lease, end, sending, cancellationToken);
        }
        finally
        {
            // Also when the application stops: what is committed is sent, and its answer is heard.
            await Task.WhenAll(sending);
        }
    }

    private async Task DialAsync(
        BatchInHand batch, HeldLease lease, DateTimeOffset end, List<Task> sending, CancellationToken cancellationToken)
    {
        while (time.GetUtcNow() < end && await lease.RenewAsync(cancellationToken))
        {
            var pulse = work.Next;
            var permits = rates.Take(batch.Batch, LargestGroup);
            if (permits == 0)
            {
                // A slow batch gives its place to others; the supervisor comes back for it.
                if (rates.UntilNext(batch.Batch) is var wait && wait > LongestWait)
                    break;
                await Task.Delay(wait, time, cancellationToken);
                continue;
            }

            var group = await IntendAsync(batch, permits, sending, cancellationToken);
            if (group.Limit is IntentLimit.NothingDue or IntentLimit.Closed)
                break;
            if (group.Limit == IntentLimit.Concurrency)
                await work.WaitAsync(pulse, LongestWait, cancellationToken);
        }
    }

    private async Task<IntentGroup> IntendAsync(
        BatchInHand batch, int permits, List<Task> sending, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var group = await database.WriteAsync(
            WritePriority.Dispatch,
            context => Task.FromResult(context.Intend(
                batch.Batch.Number, permits, options.Value.MaxConcurrentCalls, options.Value.Lease, now)),
            cancellationToken);
        rates.Return(batch.Batch, permits - group.Intents.Count);

        sending.RemoveAll(task => task.IsCompletedSuccessfully);
        sending.AddRange(group.Intents.Select(intent => placer.PlaceAsync(batch, intent, now)));
        if (group.Changed is { Count: > 0 } changed)
            feed.Publish(new BatchChange(batch.Batch.Number, changed));
        return group;
    }

    private async Task<Batch> ReadAsync(int batchNumber, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        return await context.Batches.AsNoTracking().SingleAsync(batch => batch.Number == batchNumber, cancellationToken);
    }
}
