using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.LiveUpdates;
using BatchDashboard.Core.Telephony;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Calls;

/// <summary>Stops one call: cancels it while it waits, hangs it up while it lasts.</summary>
public sealed class CallStops(
    Database database,
    CallQueries calls,
    CallProviders providers,
    CallUpdates updates,
    IBatchFeed feed,
    WorkSignal work,
    TimeProvider time)
{
    /// <summary>That it is over already is fine. Whatever comes of it, its retry plan dials it no more.</summary>
    /// <returns>How the call stood when it was stopped.</returns>
    public async Task<Result<CallStatus>> StopAsync(CallId id, string by, CancellationToken cancellationToken)
    {
        var known = await calls.GetAsync(id, cancellationToken);
        if (!known.IsSuccess)
            return known.Error;
        var key = known.Value.Summary.Key;
        var (before, attempt) = await CancelAsync(id, key, by, cancellationToken);
        if (before.IsWaiting())
        {
            feed.Publish(new BatchChange(key.BatchNumber, [key]));
            work.Pulse();
        }
        else if (before.IsInFlight())
        {
            return await HangUpAsync(before, attempt, cancellationToken);
        }

        return before == CallStatus.Review ? CallErrors.InReview() : before;
    }

    private async Task<(CallStatus Before, CallAttempt? Attempt)> CancelAsync(
        CallId id, CallKey key, string by, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            WritePriority.Dispatch,
            async context =>
            {
                var call = await context.Calls.AsNoTracking().SingleAsync(c => c.Key == key.Value, cancellationToken);
                var now = time.GetUtcNow();
                if (call.Status.IsWaiting())
                    context.CancelWaiting(key, now);
                else if (call.Status.IsInFlight())
                    context.MarkStopped(key, call.Epoch, now);
                if (call.Status.IsWaiting() || call.Status.IsInFlight())
                    Log(context, id, key, by);
                var attempt = await context.CallAttempts.AsNoTracking()
                    .SingleOrDefaultAsync(a => a.CallKey == key.Value && a.Epoch == call.Epoch, cancellationToken);
                return (call.Status, attempt);
            },
            cancellationToken);

    private async Task<Result<CallStatus>> HangUpAsync(CallStatus before, CallAttempt? attempt, CancellationToken cancellationToken)
    {
        if (attempt?.ProviderCallId is not { } known)
            return CallErrors.NotYetKnown();
        try
        {
            await providers[attempt.Provider].StopAsync(known, cancellationToken);
        }
        catch (ProviderUnavailableException)
        {
            return CallErrors.NotHungUp();
        }

        // Not every provider tells by itself; how it ended is asked at once.
        updates.Report(new CallUpdate.NotFound(new AttemptKey(attempt.Key), time.GetUtcNow(), IsUnknownThere: false));
        return before;
    }

    private void Log(DashboardDbContext context, CallId id, CallKey key, string by) => context.Log(
        key.BatchNumber,
        LogEvent.Operator,
        time.GetUtcNow(),
        new JsonObject { ["action"] = "call_stopped", ["by"] = by, ["row_number"] = key.RowNumber, ["call_id"] = id.ToString() });
}
