using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Telephony;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Dispatching;

/// <summary>Asks the provider about calls in flight that have been silent too long, and settles those whose placement is in doubt.</summary>
public sealed partial class CallWatcher(
    Database database,
    Leases leases,
    CallProviders providers,
    CallPlacer placer,
    CallUpdates updates,
    CallingClocks clocks,
    FaultPoints faults,
    IOptions<DispatchOptions> options,
    TimeProvider time,
    ILogger<CallWatcher> logger)
{
    private const int LargestGroup = 500;

    private const int LookUpsAtOnce = 16;

    /// <summary>How long a call is left alone that could not be asked about.</summary>
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    /// <summary>From the intent to the answer, at most.</summary>
    private static readonly TimeSpan LongestRinging = TimeSpan.FromMinutes(5);

    /// <summary>A provider may be late with its news.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    private readonly TimeSpan _lease = options.Value.Lease;
    private readonly TimeSpan _reviewAfter = TimeSpan.FromSeconds(options.Value.ReviewAfterSeconds);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var lease = await leases.TryTakeAsync("watch", cancellationToken);
        if (lease is null)
            return;
        await using var context = await database.ReadAsync(cancellationToken);
        var overdue = OverdueCalls.Read(context, LargestGroup, time.GetUtcNow());
        var numbers = overdue.Select(call => call.Intent.Call.BatchNumber).Distinct().ToList();
        var batches = await context.Batches.AsNoTracking().Where(batch => numbers.Contains(batch.Number))
            .ToDictionaryAsync(batch => batch.Number, batch => new BatchInHand(batch, clocks), cancellationToken);
        // A provider that is slow to answer holds the whole group up; whoever lost the lease leaves the rest to the next one.
        var isHeld = true;
        await Parallel.ForEachAsync(
            overdue,
            new ParallelOptions { MaxDegreeOfParallelism = LookUpsAtOnce, CancellationToken = cancellationToken },
            async (call, token) =>
            {
                isHeld = isHeld && await lease.RenewAsync(token);
                if (isHeld)
                    await AskAsync(batches[call.Intent.Call.BatchNumber], call, token);
            });
    }

    private async Task AskAsync(BatchInHand batch, OverdueCall call, CancellationToken cancellationToken)
    {
        var key = call.Intent.Key;
        if (call.Status == CallStatus.Dialing && call.ProviderCallId is null)
        {
            updates.Report(new CallUpdate.FellSilent(key));
            return;
        }

        try
        {
            var provider = providers[call.Provider];
            var found = call.ProviderCallId is { } id
                ? await provider.GetAsync(id, cancellationToken)
                : await provider.FindAsync(new PlacedAttempt(key, call.Intent.To, call.IntendedAt), cancellationToken);
            faults.Reach(FaultPoint.AfterLookUp);
            if (found is not null)
                updates.Report(new CallUpdate.Reported(await EndedAsync(batch, call, found, provider, cancellationToken)));
            else
                await NotFoundAsync(batch, call, provider, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever is wrong with this one call must not keep the others from being asked about.
            Log.LookUpFailed(logger, call.Provider, call.Intent.Call.Value, exception);
            updates.Report(new CallUpdate.NotFound(key, time.GetUtcNow() + AfterFailure, IsUnknownThere: false));
        }
    }

    /// <summary>A call that is silent beyond its longest duration is over, whatever the provider believes; it is hung up there.</summary>
    private async Task<ProviderCall> EndedAsync(
        BatchInHand batch, OverdueCall call, ProviderCall found, ICallProvider provider, CancellationToken cancellationToken)
    {
        if (found.Status.IsFinal() || !IsOverdueForGood(batch, call))
            return found;
        await provider.StopAsync(found.ProviderCallId, cancellationToken);
        return Ended(found);
    }

    private static ProviderCall Ended(ProviderCall call) => call with
    {
        Status = CallStatus.Failed,
        ErrorCode = "no_end_reported",
        ErrorMessage = "The provider reported no end of the call long after its longest duration.",
    };

    private bool IsOverdueForGood(BatchInHand batch, OverdueCall call) =>
        time.GetUtcNow() - (call.AnsweredAt ?? call.IntendedAt + LongestRinging) >= Longest(batch, call) + Grace;

    private static TimeSpan Longest(BatchInHand batch, OverdueCall call)
    {
        var recipient = batch.Recipients.Resolve(call.Intent.To, call.Intent.Data);
        var minutes = recipient.IsSuccess ? (long?)recipient.Value.Settings["max_duration"] : null;
        return TimeSpan.FromMinutes(minutes ?? 720);
    }

    /// <summary>Never a silent redial: only a provider that honours our key gets the same key again.</summary>
    private async Task NotFoundAsync(
        BatchInHand batch, OverdueCall call, ICallProvider provider, CancellationToken cancellationToken)
    {
        var isOld = time.GetUtcNow() - call.IntendedAt > _reviewAfter;
        if (call.Status == CallStatus.Uncertain && provider.HonoursKeys)
            await PlaceAgainAsync(batch, call, isOld, cancellationToken);
        else if (call.Status == CallStatus.Uncertain && isOld)
            updates.Report(new CallUpdate.GivenUp(call.Intent.Key));
        else if (call.ProviderCallId is { } id && IsOverdueForGood(batch, call))
            updates.Report(new CallUpdate.Reported(Ended(new ProviderCall(id, call.Intent.Key, CallStatus.Failed))));
        else
            updates.Report(new CallUpdate.NotFound(call.Intent.Key, time.GetUtcNow() + provider.PollInterval, IsUnknownThere: true));
    }

    /// <summary>
    /// The intent was allowed when it was committed; a batch that was paused or cancelled since then, a number that came
    /// onto the do-not-call list, the end of the recipient's hours, or too long a time sends the call back to the gate, which
    /// decides anew. It waits with that for the requests that may be on their way still: the next attempt has another key.
    /// </summary>
    private async Task PlaceAgainAsync(
        BatchInHand batch, OverdueCall call, bool isOld, CancellationToken cancellationToken)
    {
        var gone = call.LastIntendedAt + _lease;
        var now = time.GetUtcNow();
        if (!isOld && IsOpen(batch, call.Intent, now) && await IntendRepeatAsync(call.Intent.Key, now, cancellationToken))
            await placer.PlaceAsync(batch, call.Intent, now);
        else if (time.GetUtcNow() > gone)
            updates.Report(new CallUpdate.NotPlaced(call.Intent.Key, call.LastIntendedAt));
        else
            updates.Report(new CallUpdate.NotFound(call.Intent.Key, gone, IsUnknownThere: true));
    }

    private static bool IsOpen(BatchInHand batch, DialIntent intent, DateTimeOffset now) =>
        batch.Clock.Ask(intent.To, batch.Recipients.TimeZoneOf(intent.Data), now) is not { IsOpen: false };

    private Task<bool> IntendRepeatAsync(AttemptKey key, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Dispatch, context => Task.FromResult(context.IntendRepeat(key, now)), cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Provider {Provider} could not be asked about call {Call}; it is asked again.")]
        public static partial void LookUpFailed(ILogger logger, string provider, long call, Exception exception);
    }
}
