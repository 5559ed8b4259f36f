using System.Text.Json.Nodes;
using BatchDashboard.Core;
using BatchDashboard.Core.Batches;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Batches;

/// <summary>An entry of a batch's log in words for people.</summary>
/// <param name="OtherBatch">The batch that the entry leads to.</param>
public sealed record ActivityEntry(string Id, DateTimeOffset At, string Title, string? Detail, BatchId? OtherBatch = null)
{
    public static ActivityEntry Of(BatchLogLine line)
    {
        var payload = line.Payload;
        var (title, detail) = line.Event switch
        {
            LogEvent.Operator => (Operator(payload), Text(payload, "reason") ?? LimitWords.Change(payload)),
            LogEvent.Lifecycle => (Lifecycle(payload), Text(payload, "reason") ?? Progress(payload)),
            LogEvent.Complete => ("All calls are settled", Sum(payload)),
            LogEvent.Error => ("A problem", Text(payload, "message")),
            _ => (WireName.Of(line.Event), payload.ToJsonString()),
        };
        return new ActivityEntry(line.Id, line.At, title, detail, OtherBatchOf(payload));
    }

    private static BatchId? OtherBatchOf(JsonObject payload) =>
        Guid.TryParse(Text(payload, "batch_id"), out var id) ? new BatchId(id) : null;

    private static string Operator(JsonObject payload)
    {
        var by = Text(payload, "by") ?? "somebody";
        return Text(payload, "action") switch
        {
            "launched" => $"Launched by {by}",
            "paused" => $"Paused by {by}",
            "resumed" => $"Resumed by {by}",
            "limits_changed" => $"Limits changed by {by}",
            "cancelled" => $"Cancelled by {by}; calls in progress may finish",
            "cancelled_and_hung_up" => $"Cancelled by {by}; calls in progress are hung up",
            "review_was_called" => $"Row {Number(payload, "row_number")} was called, {by} decided",
            "review_call_again" => $"Row {Number(payload, "row_number")} is called again in a new batch, {by} decided",
            "calls_again" => $"{Counted.Of(Number(payload, "calls"), "recipient")} called again in a new batch, {by} decided",
            "repeats_calls" => $"Calls {Counted.Of(Number(payload, "calls"), "recipient")} of another batch again",
            "call_stopped" => $"Row {Number(payload, "row_number")} stopped by {by}",
            "repeats_call" => $"Calls row {Number(payload, "row_number")} of another batch again",
            var other => $"{other} by {by}",
        };
    }

    private static string Lifecycle(JsonObject payload) =>
        WireName.Parse<BatchStatus>(Text(payload, "state_change")) is { } status ? $"Now: {status.Look().Word}" : "Progress";

    // The words of the API, but for its abbreviation; before the first dial they say nothing.
    private static string? Progress(JsonObject payload) =>
        Text(payload, "message") is { } message && !message.Contains("Dispatched: 0.", StringComparison.Ordinal)
            ? message.Replace("CPS", "Calls per second", StringComparison.Ordinal)
            : null;

    private static string Sum(JsonObject payload) =>
        $"{Counted.Of(Number(payload, "calls_total"), "row")}: {Counted.Number(Number(payload, "calls_successful"))} called, " +
        $"{Counted.Number(Number(payload, "calls_failed"))} failed.";

    private static string? Text(JsonObject payload, string name) => (string?)payload[name];

    private static int Number(JsonObject payload, string name) => (int?)payload[name] ?? 0;
}
