using BatchDashboard.Core.Batches;

namespace BatchDashboard.Core.Dispatching;

/// <summary>What one unfinished batch needs next, from how it stands in the database.</summary>
/// <param name="HasDue">A call is due now, and the batch's own start time has come.</param>
internal sealed record BatchNeeds(
    int Number,
    BatchStatus Status,
    bool Paused,
    bool StopRequested,
    bool HangUpRequested,
    bool Loaded,
    bool Chunked,
    BatchCounts Counts,
    bool HasDue)
{
    /// <summary>Slices that dial a large batch side by side.</summary>
    private const int SlicesOfLargeBatch = 4;

    private bool HasCallsToCancel =>
        (StopRequested && Counts.Waiting > 0) || (HangUpRequested && Counts.InFlight > 0);

    private bool IsOver => Counts.Waiting == 0 && Counts.InFlight == 0;

    private bool OnlyWaits => !HasDue && Counts.InFlight == 0 && Status != BatchStatus.WaitingForScheduledCalls;

    public IEnumerable<Job> Jobs()
    {
        if (!Loaded)
            return [new Job(JobKind.PrepareBatch, Number)];
        if (HasCallsToCancel || IsOver || OnlyWaits)
            return [new Job(JobKind.FinishBatch, Number)];
        if (Paused || !HasDue || !Status.IsDialable())
            return [];
        return Enumerable.Range(0, Chunked ? SlicesOfLargeBatch : 1).Select(slice => new Job(JobKind.DispatchSlice, Number, slice));
    }
}
