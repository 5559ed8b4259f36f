namespace BatchDashboard.Core.Batches;

/// <summary>Where a batch stands, from its source to one of its four ends.</summary>
public enum BatchStatus
{
    Initializing,
    Validating,
    Dispatching,
    InProgress,

    /// <summary>In progress, with more recipients than one chunk holds: several slices run side by side.</summary>
    InProgressChunked,

    /// <summary>All that remains waits for a start time or a calling window.</summary>
    WaitingForScheduledCalls,

    Completed,
    CompletedPartial,
    Failed,
    Cancelled,
}
