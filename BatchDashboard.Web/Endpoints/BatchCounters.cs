using BatchDashboard.Core.Batches;

namespace BatchDashboard.Web.Endpoints;

/// <summary>The counters of a batch, which always add up to its total.</summary>
public abstract record BatchCounters
{
    private protected BatchCounters(BatchCounts counts)
    {
        CallsTotal = counts.Total;
        CallsQueued = counts.Waiting;
        CallsInProgress = counts.InFlight;
        CallsSuccessful = counts.Successful;
        CallsFailed = counts.NotSuccessful;
        CallsSkipped = counts.Skipped;
        CallsCanceled = counts.Canceled;
    }

    public int CallsTotal { get; }
    public int CallsQueued { get; }
    public int CallsInProgress { get; }
    public int CallsSuccessful { get; }
    public int CallsFailed { get; }
    public int CallsSkipped { get; }
    public int CallsCanceled { get; }
}
