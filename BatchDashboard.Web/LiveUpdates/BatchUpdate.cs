using BatchDashboard.Core;
using BatchDashboard.Core.Batches;

namespace BatchDashboard.Web.LiveUpdates;

/// <summary>How a batch stands now, and which of its calls changed since the last time.</summary>
public sealed record BatchUpdate
{
    public required Guid BatchId { get; init; }
    public required string Description { get; init; }
    public required string Status { get; init; }
    public required bool Paused { get; init; }
    public required string? Code { get; init; }
    public required string? Reason { get; init; }
    public required int CallsTotal { get; init; }
    public required int CallsQueued { get; init; }
    public required int CallsInProgress { get; init; }
    public required int CallsSuccessful { get; init; }
    public required int CallsFailed { get; init; }
    public required int CallsSkipped { get; init; }
    public required int CallsCanceled { get; init; }
    public required DateTimeOffset? StartedAt { get; init; }
    public required DateTimeOffset? FinishedAt { get; init; }
    public required IReadOnlyList<Guid> ChangedCalls { get; init; }

    internal static BatchUpdate Of(BatchSummary batch, IReadOnlyList<Guid> changedCalls) => new()
    {
        BatchId = batch.Id.Value,
        Description = batch.Name,
        Status = WireName.Of(batch.Status),
        Paused = batch.Paused,
        Code = batch.Code,
        Reason = batch.Reason,
        CallsTotal = batch.Counts.Total,
        CallsQueued = batch.Counts.Waiting,
        CallsInProgress = batch.Counts.InFlight,
        CallsSuccessful = batch.Counts.Successful,
        CallsFailed = batch.Counts.NotSuccessful,
        CallsSkipped = batch.Counts.Skipped,
        CallsCanceled = batch.Counts.Canceled,
        StartedAt = batch.StartedAt,
        FinishedAt = batch.FinishedAt,
        ChangedCalls = changedCalls,
    };
}
