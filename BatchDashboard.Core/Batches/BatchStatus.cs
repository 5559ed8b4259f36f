namespace BatchDashboard.Core.Batches;

/// <summary>Where a batch stands; the legal moves are in <see cref="BatchTransitions"/>.</summary>
public enum BatchStatus
{
    Initializing,
    Validating,
    Dispatching,
    InProgress,

    /// <summary>In progress with more recipients than <c>Dispatch:ChunkSize</c>: several slices run side by side.</summary>
    InProgressChunked,

    /// <summary>All that remains waits for a start time or a calling window.</summary>
    WaitingForScheduledCalls,

    Completed,
    CompletedPartial,
    Failed,
    Cancelled,
}
