using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.Dispatching.Standstills;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Batches;

/// <summary>Says what is unusual about a batch, and what to do about it.</summary>
internal static class BatchNotices
{
    /// <summary>Null when all goes its usual way.</summary>
    /// <param name="standstill">Why nothing of it is dialled at the moment.</param>
    public static Notice? Of(BatchSummary batch, Standstill? standstill) => batch switch
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
            Tone.Danger, PausedBy(batch.Code!), $"{batch.Reason} {ToDo(batch.Code!)}".TrimEnd(), batch.Code),
        // It takes its turns; that all lines are taken, by its own calls too, is how it should be.
        { Counts.InFlight: > 0 } when standstill is { Code: "installation_lines" or "batch_lines" } => null,
        _ => StandstillNotices.Of(standstill, standstill?.Code == "start_time" ? "Scheduled" : "Waiting"),
    };

    /// <summary>Nobody pressed Pause: something went wrong that somebody has to look at.</summary>
    public static bool IsPausedByItself(this BatchSummary batch) =>
        batch is { Paused: true, Code: not null, StopRequested: false } && !batch.Status.IsFinal();

    private static string PausedBy(string code) => code switch
    {
        AutoPause.Code => "Paused, because too many calls fail",
        "restored" => "Paused, because the data was restored from a backup",
        _ => "Paused, because the provider refuses the calls",
    };

    // The first two reasons say it themselves; this one is in the provider's words.
    private static string ToDo(string code) => code is AutoPause.Code or "restored"
        ? ""
        : "The calls that were refused are queued again. Put it right with the provider, then resume the batch.";

    private static string Left(BatchCounts counts) => counts.InFlight == 0
        ? "No call is in progress any more."
        : $"{Counted.Of(counts.InFlight, "call")} in progress will still end.";

    private static string Undecided(int calls) => calls == 0
        ? ""
        : $" {Counted.Of(calls, "call")} may or may not have been made: decide about {(calls == 1 ? "it" : "them")} under Review.";

    private static string Shortfall(BatchCounts counts)
    {
        (int Count, string Word)[] parts = [(counts.NotSuccessful, "failed"), (counts.Skipped, "skipped"), (counts.Canceled, "cancelled")];
        var said = parts.Where(part => part.Count > 0).Select(part => $"{Counted.Number(part.Count)} {part.Word}");
        string[] tabs =
        [
            .. counts.NotSuccessful + counts.Canceled > 0 ? ["Calls"] : Array.Empty<string>(),
            .. counts.Skipped > 0 ? ["Skipped rows"] : Array.Empty<string>(),
        ];
        return $"Of {Counted.Of(counts.Total, "row")}, {string.Join(", ", said)}. Why, row by row, is told under {string.Join(" and ", tabs)}.{Undecided(counts.Review)}";
    }
}
