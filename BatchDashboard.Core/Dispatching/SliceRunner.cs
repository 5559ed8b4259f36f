using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Dispatching.Rates;
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
    CallingClocks clocks,
    DialLimits limits,
    FaultPoints faults,
    IBatchFeed feed,
    WorkSignal work,
    IOptions<DispatchOptions> options,
    IOptions<ComplianceOptions> compliance,
    TimeProvider time)
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>Permits that waited longer for the write gate are taken anew, or all who waited would send at once.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromSeconds(0.1);

    /// <summary>Few enough that a crash leaves few in doubt, enough to share the cost of a commit.</summary>
    private const int LargestGroup = 50;

    /// <summary>Requests of a slice that wait for their answers: a provider that hangs gets no more calls into doubt than these.</summary>
    private const int MostUnanswered = 100;

    public async Task RunAsync(int batchNumber, int slice, CancellationToken cancellationToken)
    {
        await using var lease = await leases.TryTakeAsync($"slice:{batchNumber}:{slice}", cancellationToken);
        if (lease is null)
            return;
        var read = await ReadAsync(batchNumber, cancellationToken);
        var batch = new BatchInHand(read, clocks);
        var end = time.GetUtcNow() + Length;
        using var slots = new RequestSlots(MostUnanswered);
        var sending = new List<Task>();
        try
        {
            await DialAsync(batch, lease, end, slots, sending, cancellationToken);
        }
        finally
        {
            // Also when the application stops: what is committed is sent, and its answer is heard.
            await Task.WhenAll(sending);
        }
    }

    private async Task DialAsync(
        BatchInHand batch, HeldLease lease, DateTimeOffset end, RequestSlots slots, List<Task> sending, CancellationToken cancellationToken)
    {
        // Its limits may change while it is dialled, so the rates go by what the last transaction saw.
        var now = DialState.Of(batch.Batch);
        while (time.GetUtcNow() < end && await lease.RenewAsync(cancellationToken))
        {
            var pulse = work.Next;
            var free = await slots.TakeAsync(LargestGroup, cancellationToken);
            var permits = rates.Take(now, free);
            slots.Return(free - permits);
            if (permits == 0)
            {
                // A slow batch gives its place to others; the supervisor comes back for it.
                if (rates.UntilNext(now) is var wait && wait > LongestWait)
                    break;
                await Task.Delay(wait, time, cancellationToken);
                continue;
            }

            var group = await IntendAsync(batch, now, permits, slots, sending, cancellationToken);
            now = group.Batch;
            if (group.Limit is IntentLimit.NothingDue or IntentLimit.Closed)
                break;
            if (group.Limit == IntentLimit.Concurrency)
                await work.WaitAsync(pulse, LongestWait, cancellationToken);
        }
    }

    private async Task<IntentGroup> IntendAsync(
        BatchInHand batch, DialState limited, int permits, RequestSlots slots, List<Task> sending, CancellationToken cancellationToken)
    {
        faults.Reach(FaultPoint.BeforeIntent);
        var now = time.GetUtcNow();
        var asked = time.GetTimestamp();
        var taken = permits;
        var group = await database.WriteAsync(
            WritePriority.Dispatch,
            context =>
            {
                if (time.GetElapsedTime(asked) > Stale)
                {
                    rates.Return(limited, permits);
                    permits = 0;
                }

                // Requests that ended since then are replaced by the same commit.
                taken += slots.TakeFree(LargestGroup - taken);
                if (taken > permits)
                    permits += rates.Take(limited, taken - permits);
                if (permits == 0)
                    return Task.FromResult(IntentGroup.None(IntentLimit.Permits, limited));
                var intended = context.Intend(batch, permits, Rules(batch.Batch.Provider), now);
                if (intended.Intents.Count > 0)
                    faults.Reach(FaultPoint.InIntent);
                return Task.FromResult(intended);
            },
            cancellationToken);
        if (group.Intents.Count > 0)
            faults.Reach(FaultPoint.AfterIntent);

        sending.RemoveAll(task => task.IsCompletedSuccessfully);
        sending.AddRange(group.Intents.Select(intent => slots.HoldAsync(placer.PlaceAsync(batch, intent, now))));
        rates.Return(limited, permits - group.Intents.Count);
        slots.Return(taken - group.Intents.Count);
        if (group.Changed is { Count: > 0 } changed)
            feed.Publish(new BatchChange(batch.Batch.Number, changed));
        return group;
    }

    private IntentRules Rules(string provider) => new(
        limits.Current.MaxConcurrentCalls,
        limits.OfProvider(provider).MaxConcurrentCalls,
        options.Value.Lease,
        TimeSpan.FromSeconds(compliance.Value.SameNumberSeconds));

    private async Task<Batch> ReadAsync(int batchNumber, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        return await context.Batches.AsNoTracking().SingleAsync(batch => batch.Number == batchNumber, cancellationToken);
    }
}
