using BatchDashboard.Core.Dispatching;
using Hangfire;

namespace BatchDashboard.Web.Jobs;

/// <summary>Hands jobs to Hangfire, ids only.</summary>
internal sealed class HangfireJobScheduler(IBackgroundJobClient hangfire, JobsUnderWay underWay) : IJobScheduler
{
    public void Enqueue(Job job)
    {
        if (!underWay.Add(job))
            return;
        _ = job.Kind switch
        {
            JobKind.PrepareBatch => hangfire.Enqueue<BatchJobs>(jobs => jobs.PrepareBatch(job.BatchNumber, default)),
            JobKind.DispatchSlice => hangfire.Enqueue<BatchJobs>(jobs => jobs.DispatchSlice(job.BatchNumber, job.Slice, default)),
            JobKind.WatchCalls => hangfire.Enqueue<BatchJobs>(jobs => jobs.WatchCalls(default)),
            JobKind.FinishBatch => hangfire.Enqueue<BatchJobs>(jobs => jobs.FinishBatch(job.BatchNumber, default)),
            _ => throw new ArgumentOutOfRangeException(nameof(job), job.Kind, null),
        };
    }
}
