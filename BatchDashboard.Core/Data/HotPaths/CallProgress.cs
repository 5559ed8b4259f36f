using System.Text.Json.Nodes;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>
/// Tells the webhook of a call how it goes on, in the transaction that moves it. Nothing is read for calls whose batch has no
/// <c>webhook_events</c> anywhere.
/// </summary>
internal sealed class CallProgress(DashboardDbContext context, LaunchedSettings settings, CallIds ids, DateTimeOffset now)
{
    /// <summary>The provider has taken the call.</summary>
    public void Taken(CallKey call) => Tell(call, CallEventName.Queue, CallStatus.Dialing);

    public void Moved(CallKey call, CallStatus to)
    {
        // That it was taken is told by itself, and its end with all that is known of it.
        if (to != CallStatus.Dialing && !to.IsFinal())
            Tell(call, CallEventName.Call, to);
    }

    private void Tell(CallKey call, string what, CallStatus status)
    {
        if (settings.Of(context, call, CallEventName.Setting) is not JsonArray wanted || !wanted.Any(name => (string?)name == what)
            || (string?)settings.Of(context, call, "webhook") is not { } url)
            return;
        var createdAt = context.Calls.AsNoTracking().Where(c => c.Key == call.Value).Select(c => c.CreatedAt).Single();
        var batch = context.Batches.AsNoTracking().Where(b => b.Number == call.BatchNumber).Select(b => b.Id).Single();
        context.AddCallEvent(call, status, url, CallEventMessage.Body(what, ids.Of(call, createdAt), batch, status, now), now);
    }
}
