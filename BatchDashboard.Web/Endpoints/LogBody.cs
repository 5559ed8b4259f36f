using System.Text.Json.Nodes;
using BatchDashboard.Core;
using BatchDashboard.Core.Batches;

namespace BatchDashboard.Web.Endpoints;

/// <summary>One entry of a batch's log.</summary>
/// <param name="OrgId">For the programs that expect it; an installation is one organisation and has no id.</param>
internal sealed record LogBody(
    string Id, Guid BatchId, string? OrgId, string EventType, DateTimeOffset Timestamp, JsonObject Payload)
{
    public static LogBody Of(BatchLogLine line, BatchId batch) =>
        new(line.Id, batch.Value, null, WireName.Of(line.Event), line.At, line.Payload);
}
