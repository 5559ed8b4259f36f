using System.Collections.Frozen;
namespace BatchDashboard.Core.Batches;

/// <summary>The one table of legal moves of a batch.</summary>
public static class BatchTransitions
{
    private static readonly BatchStatus[] Ends =
        [BatchStatus.Completed, BatchStatus.CompletedPartial, BatchStatus.Failed, BatchStatus.Cancelled];

    private static readonly FrozenDictionary<BatchStatus, BatchStatus[]> Table = new Dictionary<BatchStatus, BatchStatus[]>
    {
        [BatchStatus.Initializing] = [BatchStatus.Validating, BatchStatus.Failed, BatchStatus.Cancelled],
        [BatchStatus.Validating] = [BatchStatus.Dispatching, BatchStatus.Failed, BatchStatus.Cancelled],
        [BatchStatus.Dispatching] =
            [BatchStatus.InProgress, BatchStatus.InProgressChunked, BatchStatus.WaitingForScheduledCalls, .. Ends],
        [BatchStatus.InProgress] = [BatchStatus.WaitingForScheduledCalls, .. Ends],
        [BatchStatus.InProgressChunked] = [BatchStatus.WaitingForScheduledCalls, .. Ends],
        [BatchStatus.WaitingForScheduledCalls] = [BatchStatus.InProgress, BatchStatus.InProgressChunked, .. Ends],
    }.ToFrozenDictionary();

    /// <summary>No move leads out of it.</summary>
    public static bool IsFinal(this BatchStatus status) => !Table.ContainsKey(status);

    /// <summary>Its recipients are loaded and may be dialled.</summary>
    public static bool IsDialable(this BatchStatus status) =>
        status is BatchStatus.Dispatching or BatchStatus.InProgress or BatchStatus.InProgressChunked
            or BatchStatus.WaitingForScheduledCalls;

    public static bool Allows(BatchStatus from, BatchStatus to) =>
        Table.TryGetValue(from, out var targets) && targets.Contains(to);

    /// <summary>All states from which <paramref name="to"/> may be reached.</summary>
    public static IEnumerable<BatchStatus> SourcesOf(BatchStatus to) =>
        Enum.GetValues<BatchStatus>().Where(from => Allows(from, to));
}
