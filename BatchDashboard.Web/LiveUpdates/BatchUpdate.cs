using BatchDashboard.Core;
using BatchDashboard.Core.Batches;
using BatchDashboard.Web.Endpoints;

namespace BatchDashboard.Web.LiveUpdates;

/// <summary>How a batch stands now, and which of its calls changed since the last time.</summary>
public sealed record BatchUpdate : BatchCounters
{
    private BatchUpdate(BatchCounts counts)
        : base(counts)
    {
    }

    public required Guid BatchId { get; init; }
    public required string Description { get; init; }
    public required string Status { get; init; }
    public required bool Paused { get; init; }
    public required string? Code { get; init; }
    public required string? Reason { get; init; }
    public required DateTimeOffset? StartedAt { get; init; }
    public required DateTimeOffset? FinishedAt { get; init; }
    public required IReadOnlyList<Guid> ChangedCalls { get; init; }

    internal static BatchUpdate Of(BatchSummary batch, IReadOnlyList<Guid> changedCalls) => new(batch.Counts)
    {
        BatchId = batch.Id.Value,
        Description = batch.Name,
        Status = WireName.Of(batch.Status),
        Paused = batch.Paused,
        Code = batch.Code,
        Reason = batch.Reason,
        StartedAt = batch.StartedAt,
        FinishedAt = batch.FinishedAt,
        ChangedCalls = changedCalls,
    };
}
