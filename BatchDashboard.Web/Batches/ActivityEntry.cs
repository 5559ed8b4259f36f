using System.Text.Json.Nodes;
using BatchDashboard.Core;
using BatchDashboard.Core.Batches;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Batches;

/// <summary>An entry of a batch's log in words for people.</summary>
public sealed record ActivityEntry(string Id, DateTimeOffset At, string Title, string? Detail)
{
    public static ActivityEntry Of(BatchLogLine line)
    {
        var payload = line.Payload;
        var (title, detail) = line.Event switch
        {
            LogEvent.Operator => (Operator(payload), Text(payload, "reason")),
            LogEvent.Lifecycle => (Lifecycle(payload), Text(payload, "reason") ?? Progress(payload)),
            LogEvent.Complete => ("All calls are settled", Sum(payload)),
            LogEvent.Error => ("A problem", Text(payload, "message")),
            _ => (WireName.Of(line.Event), payload.ToJsonString()),
        };
        return new ActivityEntry(line.Id, line.At, title, detail);
    }

    private static string Operator(JsonObject payload)
    {
        var by = Text(payload, "by") ?? "somebody";
        return Text(payload, "action") switch
        {
            "launched" => $"Launched by {by}",
            "paused" => $"Paused by {by}",
            "resumed" => $"Resumed by {by}",
            "cancelled" => $"Cancelled by {by}; calls in progress may finish",
            "cancelled_and_hung_up" => $"Cancelled by {by}; calls in progress are hung up",
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
