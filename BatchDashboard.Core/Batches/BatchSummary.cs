namespace BatchDashboard.Core.Batches;

/// <summary>A batch as lists and headers show it.</summary>
public sealed record BatchSummary
{
    public required int Number { get; init; }
    public required BatchId Id { get; init; }
    public required string Name { get; init; }
    public required BatchStatus Status { get; init; }
    public required bool Paused { get; init; }
    public required bool StopRequested { get; init; }
    public required string? Code { get; init; }
    public required string? Reason { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset? StartedAt { get; init; }
    public required DateTimeOffset? FinishedAt { get; init; }
    public required string Provider { get; init; }
    public required bool Loaded { get; init; }

    /// <summary>See <see cref="Batch.EstimatedRows"/>; those that are loaded are the total of the counts.</summary>
    public int? EstimatedRows { get; init; }

    public required bool Chunked { get; init; }
    public required BatchCounts Counts { get; init; }

    /// <summary>As they are now; the plan keeps those of the launch.</summary>
    public required BatchLimits Limits { get; init; }

    public required BatchPlan Plan { get; init; }

    /// <summary>Rows that the batch was cancelled, or failed, before they were read.</summary>
    public int NotRead => Status.IsFinal() && EstimatedRows is { } all ? Math.Max(0, all - Counts.Total) : 0;

    public bool CanBeCancelled => !Status.IsFinal() && !StopRequested;

    public bool CanBeLimited => CanBeCancelled;

    public bool CanBePaused => !Status.IsFinal() && !StopRequested && !Paused;
}
