using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Webhooks;

/// <summary>What the webhook of a call is told while the call goes on; its end is told by the whole call, which names no event.</summary>
internal static class CallEventMessage
{
    public static JsonObject Body(string what, CallId call, BatchId batch, CallStatus status, DateTimeOffset now) => new()
    {
        ["event"] = what,
        ["call_id"] = call.ToString(),
        ["batch_id"] = batch.ToString(),
        ["status"] = WireName.Of(status),
        ["timestamp"] = WebhookTime.Of(now),
    };
}
