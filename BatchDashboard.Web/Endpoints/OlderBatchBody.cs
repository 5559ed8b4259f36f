using System.Text.Json.Serialization;
using BatchDashboard.Core;
using BatchDashboard.Core.Batches;

namespace BatchDashboard.Web.Endpoints;

/// <summary>A batch as <c>/v1</c> shows it; its programs know three final statuses only.</summary>
internal sealed record OlderBatchBody : BatchCounters
{
    private OlderBatchBody(BatchCounts counts)
        : base(counts)
    {
    }

    public required Guid BatchId { get; init; }
    public required string Status { get; init; }
    public required string? Code { get; init; }
    public required string? Reason { get; init; }
    public required string Label { get; init; }
    public required string Description { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? FinishedAt { get; init; }
    public required OlderBatchParams BatchParams { get; init; }

    /// <summary>Only when it was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<object>? CallData { get; init; }

    public static OlderBatchBody Of(BatchSummary batch) => new(batch.Counts)
    {
        BatchId = batch.Id.Value,
        Status = WireName.Of(batch.Status == BatchStatus.Cancelled ? BatchStatus.CompletedPartial : batch.Status),
        Code = batch.Code,
        Reason = batch.Reason,
        Label = batch.Name,
        Description = batch.Name,
        CreatedAt = batch.CreatedAt,
        FinishedAt = batch.FinishedAt,
        BatchParams = new OlderBatchParams(
            batch.Id.Value, batch.Name, batch.CreatedAt, (string?)batch.Plan.Settings["task"], batch.Plan.Settings),
    };
}
