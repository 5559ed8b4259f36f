using BatchDashboard.Core.Dispatching;
using Hangfire;

namespace BatchDashboard.Web.Jobs;

/// <summary>The entry points of the job server; the work is in Core, and the supervisor enqueues again whatever is lost.</summary>
[AutomaticRetry(Attempts = 0)]
public sealed class BatchJobs(
    BatchPreparer preparer, SliceRunner slices, CallWatcher watcher, BatchFinisher finisher, JobsUnderWay underWay)
{
    [Queue(JobQueues.Control)]
    public Task PrepareBatch(int batchNumber, CancellationToken cancellationToken) =>
        RunAsync(new Job(JobKind.PrepareBatch, batchNumber), () => preparer.RunAsync(batchNumber, cancellationToken));

    [Queue(JobQueues.Dispatch)]
    public Task DispatchSlice(int batchNumber, int slice, CancellationToken cancellationToken) =>
        RunAsync(new Job(JobKind.DispatchSlice, batchNumber, slice), () => slices.RunAsync(batchNumber, slice, cancellationToken));

    [Queue(JobQueues.Control)]
    public Task WatchCalls(CancellationToken cancellationToken) =>
        RunAsync(new Job(JobKind.WatchCalls), () => watcher.RunAsync(cancellationToken));

    [Queue(JobQueues.Control)]
    public Task FinishBatch(int batchNumber, CancellationToken cancellationToken) =>
        RunAsync(new Job(JobKind.FinishBatch, batchNumber), () => finisher.RunAsync(batchNumber, cancellationToken));

    private async Task RunAsync(Job job, Func<Task> work)
    {
        if (!underWay.Contains(job))
            return;
        try
        {
            await work();
        }
        finally
        {
            underWay.Remove(job);
        }
    }
}
