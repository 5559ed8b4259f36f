using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Compliance;
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
    DoNotCallQueries doNotCall,
    IOptions<DispatchOptions> options,
    TimeProvider time,
    ILogger<CallWatcher> logger)
{
    private const int LargestGroup = 500;

    /// <summary>How long a call is left alone that could not be asked about.</summary>
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    private readonly ParallelOptions _lookUps = new() { MaxDegreeOfParallelism = 16 };
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
            .ToDictionaryAsync(batch => batch.Number, batch => new BatchInHand(batch), cancellationToken);
        await Parallel.ForEachAsync(
            overdue, _lookUps, async (call, token) => await AskAsync(batches[call.Intent.Call.BatchNumber], call, token));
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
                : await provider.FindAsync(key, cancellationToken);
            if (found is not null)
                updates.Report(new CallUpdate.Reported(found));
            else
                await NotFoundAsync(batch, call, provider, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever is wrong with this one call must not keep the others from being asked about.
            Log.LookUpFailed(logger, call.Provider, call.Intent.Call.Value, exception);
            updates.Report(new CallUpdate.NotFound(key, time.GetUtcNow() + AfterFailure));
        }
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
        else
            updates.Report(new CallUpdate.NotFound(call.Intent.Key, time.GetUtcNow() + provider.PollInterval));
    }

    /// <summary>
    /// The intent was allowed when it was committed; a batch that was paused or cancelled since then, a number that came
    /// onto the do-not-call list, or too long a time sends the call back to the gate, which decides anew.
    /// </summary>
    private async Task PlaceAgainAsync(
        BatchInHand batch, OverdueCall call, bool isOld, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        var mayDial = await context.Batches.AnyAsync(
            b => b.Number == batch.Batch.Number && !b.Paused && !b.StopRequested, cancellationToken);
        if (mayDial && !isOld && !await doNotCall.IsBlockedAsync(call.Intent.To, cancellationToken))
            await placer.PlaceAgainAsync(batch, call.Intent);
        else
            updates.Report(new CallUpdate.Placed(
                call.Intent.Key, new PlacementResult(PlacementOutcome.NotSent, Code: "halted")));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Provider {Provider} could not be asked about call {Call}; it is asked again.")]
        public static partial void LookUpFailed(ILogger logger, string provider, long call, Exception exception);
    }
}
