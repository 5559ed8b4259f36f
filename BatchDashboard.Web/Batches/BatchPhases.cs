using BatchDashboard.Core.Batches;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Batches;

/// <summary>Tells the life of a batch in phases.</summary>
internal static class BatchPhases
{
    /// <param name="times">When the batch first came to each status.</param>
    public static IReadOnlyList<BatchPhase> Of(BatchSummary batch, IReadOnlyDictionary<BatchStatus, DateTimeOffset> times)
    {
        var progress = batch.Chunked ? BatchStatus.InProgressChunked : BatchStatus.InProgress;
        List<BatchPhase> phases =
        [
            Phase(BatchStatus.Validating),
            Phase(BatchStatus.Dispatching),
            Phase(progress),
        ];
        if (times.ContainsKey(BatchStatus.WaitingForScheduledCalls))
            phases.Add(Phase(BatchStatus.WaitingForScheduledCalls));
        if (batch.Status is BatchStatus.Cancelled or BatchStatus.Failed && phases.FindLastIndex(phase => phase.At is not null) is >= 0 and var last)
            phases[last] = phases[last] with { IsBrokenOff = true };
        phases.Add(batch.Status.IsFinal()
            ? new BatchPhase(batch.Status.Look().Word, batch.FinishedAt, IsCurrent: false, batch.Status.Look())
            : new BatchPhase("Done", null, IsCurrent: false));
        return phases;

        BatchPhase Phase(BatchStatus status) =>
            new(status.Look().Word, times.TryGetValue(status, out var at) ? at : null, batch.Status == status);
    }
}
