using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Tests.Batches;

public sealed class BatchStatisticsTests : IAsyncLifetime, IDisposable
{
    private readonly ScratchDirectory _scratch = new();
    private CoreHost _core = null!;

    // Nothing runs by itself; what becomes of the calls is written by hand. Row 1 is the header.
    public async Task InitializeAsync()
    {
        _core = await CoreHost.OpenAsync(_scratch.Root);
        for (var batch = 1; batch <= 2; batch++)
        {
            await _core.LaunchAsync(CoreHost.Numbers(6));
            await _core.Service<BatchPreparer>().RunAsync(batch, default);
        }

        await RunAsync("UPDATE calls SET status = 'failed', error_code = 'rejected', updated_at = 6000000000 WHERE key & 16777215 IN (2, 3)");
        await RunAsync("UPDATE calls SET status = 'failed', error_code = 'number_not_found', ended_at = 600000000 WHERE key = (1 << 24) + 4");
        await RunAsync("UPDATE calls SET status = 'completed', answered_at = 0, ended_at = 600000000 WHERE key = (1 << 24) + 5");
        await RunAsync("UPDATE calls SET status = 'canceled' WHERE key = (1 << 24) + 6");
    }

    [Fact]
    public async Task Failures_are_counted_by_reason_in_one_batch_alone() => Assert.Equal(
        [new FailureReason("rejected", 2), new FailureReason("number_not_found", 1)],
        await _core.Service<BatchStatistics>().FailuresAsync(1, default));

    [Fact]
    public async Task Calls_that_ended_are_counted_where_they_ended_and_others_not_at_all()
    {
        var calls = await _core.Service<BatchStatistics>().EndedCallsAsync(1, 5, default);

        var bars = calls.InTime(60).Bars;
        Assert.Equal(4, calls.Count);
        Assert.Equal([1, 0, 0, 0, 1, 0], bars[0].Counts);
        Assert.Equal([0, 0, 0, 0, 2, 0], bars[^1].Counts);
        Assert.Equal(1, calls.Durations[Array.IndexOf([.. EndedCalls.DurationLimits], TimeSpan.FromMinutes(2))]);
    }

    [Fact]
    public async Task What_was_read_is_shared_until_the_batch_has_changed_and_a_rest_is_over()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        using var statistics = new BatchStatistics(_core.Service<Database>(), time);
        var first = await statistics.EndedCallsAsync(1, 5, default);

        Assert.Same(first, await statistics.EndedCallsAsync(1, 6, default));
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Same(first, await statistics.EndedCallsAsync(1, 5, default));
        Assert.NotSame(first, await statistics.EndedCallsAsync(1, 6, default));
        Assert.NotSame(first, await statistics.EndedCallsAsync(2, 5, default));
    }

    [Fact]
    public async Task Neither_looks_at_calls_of_other_batches()
    {
        await using var context = await _core.Service<Database>().ReadAsync(default);

        Assert.Contains("SEARCH calls USING INDEX calls_at_rest (status=? AND rowid>? AND rowid<?)", PlanOf(context, FailureCounts.Query, "@most"));
        Assert.Equal(["SEARCH calls USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"], PlanOf(context, EndedCallRows.Query));
    }

    public async Task DisposeAsync() => await _core.DisposeAsync();

    public void Dispose() => _scratch.Dispose();

    private static List<string> PlanOf(DashboardDbContext context, string query, params string[] more)
    {
        using var explain = context.Prepare($"EXPLAIN QUERY PLAN {query}", ["@low", "@high", .. more]).With([0L, 1L, .. more.Select(_ => (object)1L)]);
        using var reader = explain.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
            steps.Add(reader.GetString(3));
        return steps;
    }

    private Task<int> RunAsync(string sql) => _core.Service<Database>().WriteAsync(
        WritePriority.Interactive, context => context.Database.ExecuteSqlRawAsync(sql), default);
}
