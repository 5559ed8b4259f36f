using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Dispatching.Rates;
using BatchDashboard.Core.Telephony;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Dispatching;

/// <summary>Sends the one request of a committed intent and reports what came of it.</summary>
public sealed partial class CallPlacer(
    CallProviders providers,
    CallUpdates updates,
    CallIds callIds,
    HaltedBatches halted,
    CallRates rates,
    FaultPoints faults,
    IOptions<DispatchOptions> options,
    TimeProvider time,
    ILogger<CallPlacer> logger)
{
    /// <summary>The batch was paused or cancelled between the intent and the request, or too much time had passed.</summary>
    internal const string HaltedCode = "halted";

    /// <summary>Half of the lease: whoever takes over afterwards can be sure that nothing is sent any more.</summary>
    private readonly TimeSpan _patience = options.Value.Lease / 2;

    /// <param name="intendedAt">When the intent, also that to place it again under its key, was committed; a worker that slept since then sends nothing.</param>
    public async Task PlaceAsync(BatchInHand batch, DialIntent intent, DateTimeOffset intendedAt)
    {
        var result = halted.Contains(batch.Batch.Number) || time.GetUtcNow() - intendedAt > _patience
            ? new PlacementResult(PlacementOutcome.NotSent, Code: HaltedCode)
            : await SendAsync(batch, intent);
        if (result.Outcome == PlacementOutcome.RateLimited)
            rates.SlowDown(batch.Batch.Provider);
        faults.Reach(FaultPoint.AfterRequest);
        updates.Report(new CallUpdate.Placed(intent.Key, result));
    }

    private async Task<PlacementResult> SendAsync(BatchInHand batch, DialIntent intent)
    {
        var provider = batch.Batch.Provider;
        using var timeout = new CancellationTokenSource(_patience, time);
        try
        {
            var recipient = batch.Recipients.Resolve(intent.To, intent.Data);
            if (!recipient.IsSuccess)
                return new PlacementResult(PlacementOutcome.Rejected, Code: recipient.Error.Code, Message: recipient.Error.Message);
            var placement = new CallPlacement(
                intent.Key,
                intent.Dial,
                batch.Batch.Id,
                callIds.Of(intent.Call, intent.CallCreatedAt),
                intent.To,
                recipient.Value.ForProvider());
            return await providers[provider].PlaceAsync(placement, timeout.Token);
        }
        catch (Exception exception)
        {
            // Providers do not throw for what a network can do, so this is a defect; the call may exist all the same.
            Log.PlacementThrew(logger, provider, intent.Call.Value, exception);
            return new PlacementResult(PlacementOutcome.Unknown, Code: "placement_error");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Provider {Provider} threw while placing call {Call}; it counts as uncertain.")]
        public static partial void PlacementThrew(ILogger logger, string provider, long call, Exception exception);
    }
}
