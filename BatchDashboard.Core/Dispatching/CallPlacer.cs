using BatchDashboard.Core.Calls;
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
    IOptions<DispatchOptions> options,
    TimeProvider time,
    ILogger<CallPlacer> logger)
{
    /// <summary>Half of the lease: whoever takes over afterwards can be sure that nothing is sent any more.</summary>
    private readonly TimeSpan _patience = options.Value.Lease / 2;

    /// <param name="intendedAt">When the intent was committed; a worker that slept since then sends nothing.</param>
    public async Task PlaceAsync(BatchInHand batch, DialIntent intent, DateTimeOffset intendedAt)
    {
        if (time.GetUtcNow() - intendedAt > _patience)
            return;
        var result = halted.Contains(batch.Batch.Number)
            ? new PlacementResult(PlacementOutcome.NotSent, Code: "halted")
            : await SendAsync(batch, intent);
        updates.Report(new CallUpdate.Placed(intent.Key, result));
    }

    /// <summary>Sends without a last look: for an attempt whose fate is open, at a provider that honours its key.</summary>
    public async Task PlaceAgainAsync(BatchInHand batch, DialIntent intent) =>
        updates.Report(new CallUpdate.Placed(intent.Key, await SendAsync(batch, intent)));

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
