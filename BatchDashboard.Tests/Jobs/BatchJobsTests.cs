using BatchDashboard.Core.Dispatching;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Jobs;
using Microsoft.Extensions.Time.Testing;

namespace BatchDashboard.Tests.Jobs;

public sealed class BatchJobsTests : IDisposable
{
    /// <summary>Work on it fails, so that one sees whether it was tried.</summary>
    private const int NoSuchBatch = 999;

    private readonly ScratchDirectory _scratch = new();

    [Fact]
    public async Task A_job_that_was_enqueued_anew_since_it_seemed_lost_does_not_do_what_its_twin_has_done()
    {
        await using var core = await CoreHost.OpenAsync(_scratch.Root);
        var time = new FakeTimeProvider();
        var underWay = new JobsUnderWay(time);
        var jobs = new BatchJobs(
            core.Service<BatchPreparer>(), core.Service<SliceRunner>(), core.Service<CallWatcher>(), core.Service<BatchFinisher>(), underWay);
        var job = new Job(JobKind.FinishBatch, NoSuchBatch);
        Assert.True(underWay.Add(job));
        Assert.False(underWay.Add(job));
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.True(underWay.Add(job));

        await Assert.ThrowsAsync<InvalidOperationException>(() => jobs.FinishBatch(NoSuchBatch, default));
        await jobs.FinishBatch(NoSuchBatch, default);

        Assert.True(underWay.Add(job));
        await Assert.ThrowsAsync<InvalidOperationException>(() => jobs.FinishBatch(NoSuchBatch, default));
    }

    public void Dispose() => _scratch.Dispose();
}
