using System.Text.Json.Nodes;

namespace BatchDashboard.Core.Batches;

/// <summary>One entry of a batch's log, as the API and the activity tab show it; skipped rows are among them.</summary>
/// <param name="Id">Stable within the batch.</param>
public sealed record BatchLogLine(string Id, LogEvent Event, DateTimeOffset At, JsonObject Payload);
