using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Reliability.Faults;

/// <summary>Jobs that are lost, doubled or put back into their queue by hand. Numbers: docs/faults.md.</summary>
public sealed class JobFaultTests
{
    private const int Rows = 30;

    [Fact]
    public async Task Every_job_may_be_queued_any_number_of_times_at_once_and_again_when_all_is_over()
    {
        await using var core = await CoreHost.StartAsync();
        var id = await core.LaunchAsync(CoreHost.Numbers(Rows));
        var number = (await core.GetAsync(id)).Number;

        await Task.WhenAll(Enumerable.Range(0, 40).Select(turn => RunAsync(core, (JobKind)(turn % 4), number)));
        var ended = await core.UntilFinalAsync(id);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(turn => RunAsync(core, (JobKind)(turn % 4), number)));

        Assert.Equal((BatchStatus.Completed, Rows), (ended.Status == BatchStatus.CompletedPartial ? BatchStatus.Completed : ended.Status, ended.Counts.Total));
        Assert.Equal(ended.Counts, (await core.GetAsync(id)).Counts);
        Assert.Equal(Rows, core.Ledger.Read().Count);
        Assert.All(core.Ledger.DialsByNumber(), dials => Assert.Equal(1, dials.Value));
    }

    private static Task RunAsync(CoreHost core, JobKind kind, int batch) => Task.Run(() => kind switch
    {
        JobKind.PrepareBatch => core.Service<BatchPreparer>().RunAsync(batch, default),
        JobKind.DispatchSlice => core.Service<SliceRunner>().RunAsync(batch, 0, default),
        JobKind.WatchCalls => core.Service<CallWatcher>().RunAsync(default),
        _ => core.Service<BatchFinisher>().RunAsync(batch, default),
    });
}
