using BatchDashboard.Core.Batches;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Batches;

/// <summary>Says what is unusual about a batch, and what to do about it.</summary>
internal static class BatchNotices
{
    /// <summary>Null when all goes its usual way.</summary>
    public static BatchNotice? Of(BatchSummary batch) => batch switch
    {
        { Status: BatchStatus.Failed } => new(
            Tone.Danger, "This batch failed", $"{batch.Reason} Nothing was dialled.", batch.Code),
        { Status: BatchStatus.Cancelled } => new(
            Tone.Neutral, "This batch was cancelled", batch.Reason ?? "What was not dialled by then stays undialled.", batch.Code),
        { Status: BatchStatus.CompletedPartial } => new(Tone.Warning, "Finished, but not every row", Shortfall(batch.Counts)),
        { Status: BatchStatus.Completed } => null,
        { StopRequested: true } => new(
            Tone.Neutral, "Being cancelled", $"Nothing new is dialled. {Left(batch.Counts)}"),
        { Paused: true, Code: null } => new(
            Tone.Warning, "Paused", "Nothing new is dialled until somebody presses Resume. Calls in progress go on."),
        { Paused: true } => new(
            Tone.Danger, "Paused, because the provider refuses the calls",
            $"{batch.Reason} The calls that were refused are queued again. Put it right with the provider, then press Resume.", batch.Code),
        { Status: BatchStatus.WaitingForScheduledCalls } => Waiting(batch),
        _ => null,
    };

    private static BatchNotice Waiting(BatchSummary batch) => batch.StartedAt is null && batch.Plan.StartTime is { } start
        ? new(Tone.Info, "Scheduled", "The calls start", When: start)
        : new(Tone.Info, "Waiting", "Every call that is left has a start time of its own, which the list of calls shows.");

    private static string Left(BatchCounts counts) => counts.InFlight == 0
        ? "No call is in progress any more."
        : $"{Counted.Of(counts.InFlight, "call")} in progress will still end.";

    private static string Shortfall(BatchCounts counts)
    {
        (int Count, string Word)[] parts = [(counts.NotSuccessful, "failed"), (counts.Skipped, "skipped"), (counts.Canceled, "cancelled")];
        var said = parts.Where(part => part.Count > 0).Select(part => $"{Counted.Number(part.Count)} {part.Word}");
        return $"Of {Counted.Of(counts.Total, "row")}, {string.Join(", ", said)}. The lists below say why, row by row.";
    }
}
