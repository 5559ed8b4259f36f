using BatchDashboard.Core.Batches;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Batches;

/// <summary>Says in exact numbers what cancelling a batch does now.</summary>
internal sealed record CancelConsequences(BatchSummary Batch, bool HangUp)
{
    private BatchCounts Counts => Batch.Counts;

    public IEnumerable<string> Sentences
    {
        get
        {
            yield return Counts.Waiting > 0
                ? $"{Counted.Of(Counts.Waiting, "queued call")} will not be dialled."
                : "No call is queued at the moment.";
            if (!Batch.Loaded)
                yield return "The file is still being read; its other rows will not be dialled either.";
            if (Counts.InFlight > 0)
                yield return $"{Counted.Of(Counts.InFlight, "call")} in progress will {(HangUp ? "be hung up" : "finish")}.";
            yield return "This cannot be undone.";
        }
    }

    public string Button => Counts switch
    {
        { Waiting: > 0 } => $"Cancel {Counted.Of(Counts.Waiting, "call")}",
        { InFlight: > 0 } when HangUp => $"Hang up {Counted.Of(Counts.InFlight, "call")}",
        _ => "Cancel batch",
    };

    /// <summary>For screen readers, once it is done.</summary>
    public string Done => $"{Batch.Name} is being cancelled.";
}
