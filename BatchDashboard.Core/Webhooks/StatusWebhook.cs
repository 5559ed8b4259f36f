using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches;

namespace BatchDashboard.Core.Webhooks;

/// <summary>What a <c>status_webhook</c> is told of a phase of its batch.</summary>
internal static class StatusWebhook
{
    /// <summary>The name of the phase; null: it is not told. The programs of the API know three ends.</summary>
    public static string? PhaseOf(BatchStatus status) => status switch
    {
        BatchStatus.Initializing => null,
        BatchStatus.Cancelled => WireName.Of(BatchStatus.CompletedPartial),
        _ => WireName.Of(status),
    };

    /// <param name="progress">How far the batch is, in words.</param>
    public static JsonObject Body(
        BatchId id, string phase, BatchStatus status, BatchCounts counts, string progress, string? code, string? reason, DateTimeOffset now)
    {
        var body = new JsonObject
        {
            ["batch_id"] = id.ToString(),
            ["status"] = phase,
            ["timestamp"] = WebhookTime.Of(now),
        };
        if (!status.IsFinal())
            body["message"] = progress;
        if (status.IsFinal() && status != BatchStatus.Failed)
        {
            body["calls_total"] = counts.Total;
            body["calls_successful"] = counts.Successful;
            // Whatever was not successful, so that the two add up.
            body["calls_failed"] = counts.Total - counts.Successful;
        }

        if (status.IsFinal() && code is not null)
        {
            body["code"] = code;
            body["reason"] = reason;
        }

        return body;
    }
}
