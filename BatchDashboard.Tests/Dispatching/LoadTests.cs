using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Dispatching;

/// <summary>From a launched batch to its stored rows.</summary>
public sealed class LoadTests
{
    [Fact]
    public async Task A_cancel_during_the_load_stops_it_and_says_how_far_it_came()
    {
        const int Rows = 900_000;
        await using var core = await CoreHost.StartAsync();
        var plan = await PlanAsync(core, Rows);

        var id = await core.Service<BatchService>().LaunchAsync(plan, "tester", default);
        await core.UntilAsync(id, batch => batch.Counts.Total > 0, "the load has begun");
        await core.Service<BatchService>().StopAsync(id, hangUp: false, "tester", default);
        var batch = await core.UntilFinalAsync(id);

        Assert.Equal((BatchStatus.Cancelled, "batch_cancelled"), (batch.Status, batch.Code));
        Assert.InRange(batch.Counts.Total, 1, Rows - 1);
        Assert.Equal(batch.Counts.Total, batch.Counts.Canceled);
        Assert.InRange(batch.EstimatedRows!.Value, Rows * 0.9, Rows * 1.1);
        Assert.Contains($"{batch.Counts.Total:N0} of about {batch.EstimatedRows:N0} rows, ", batch.Reason, StringComparison.Ordinal);
        Assert.Contains($" up to row {batch.Counts.Total + 1:N0} ", batch.Reason, StringComparison.Ordinal);
        Assert.Contains($"about {batch.EstimatedRows - batch.Counts.Total:N0} were not read", batch.Reason, StringComparison.Ordinal);
        Assert.Equal(batch.Counts.Total, (await core.CallsAsync(id, CallStatus.Canceled)).Count);
        Assert.Empty(core.Ledger.Read());
    }

    [Fact]
    public async Task Rows_that_were_counted_before_the_launch_are_all_accounted_for_when_it_is_cancelled()
    {
        const int Rows = 900_000;
        await using var core = await CoreHost.StartAsync();
        var plan = await PlanAsync(core, Rows) with { Rows = Rows };

        var id = await core.Service<BatchService>().LaunchAsync(plan, "tester", default);
        Assert.Equal(Rows, (await core.GetAsync(id)).EstimatedRows);
        await core.UntilAsync(id, batch => batch.Counts.Total > 0, "the load has begun");
        await core.Service<BatchService>().StopAsync(id, hangUp: false, "tester", default);
        var batch = await core.UntilFinalAsync(id);

        Assert.InRange(batch.Counts.Total, 1, Rows - 1);
        Assert.Equal(Rows, batch.EstimatedRows);
        Assert.Contains($"{batch.Counts.Total:N0} of {Rows:N0} rows, ", batch.Reason, StringComparison.Ordinal);
        Assert.Contains($" {Rows - batch.Counts.Total:N0} were not read.", batch.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_launched_draft_tells_its_batch_how_many_rows_its_review_counted()
    {
        await using var core = await CoreHost.StartAsync();

        var batch = await core.UntilFinalAsync(await core.LaunchAsync("phone_number\n+12125550123\nnonsense\n"));

        Assert.Equal(2, batch.Plan.Rows);
    }

    [Fact]
    public async Task A_batch_that_is_cancelled_before_its_load_reads_nothing()
    {
        await using var core = await CoreHost.StartAsync();
        var plan = await PlanAsync(core, 100);

        var batches = core.Service<BatchService>();
        var launched = await core.Service<Database>().WriteAsync(
            WritePriority.Interactive,
            async context =>
            {
                var batch = await batches.AddAsync(context, plan, "tester", default);
                context.RequestStop(batch.Number, hangUp: false);
                return batch;
            },
            default);
        batches.Announce(launched.Number);
        var batch = await core.UntilFinalAsync(launched.Id);

        Assert.Equal((BatchStatus.Cancelled, 0), (batch.Status, batch.Counts.Total));
        Assert.Contains("before its recipients were read", batch.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_breaks_off_far_below_fails_the_batch_and_calls_nobody()
    {
        await using var core = await CoreHost.StartAsync();
        var plan = await PlanAsync(core, 10_000, end: "\n\"+12125550123");

        var batch = await core.UntilFinalAsync(await core.Service<BatchService>().LaunchAsync(plan, "tester", default));

        Assert.Equal((BatchStatus.Failed, SourceErrors.UnclosedQuoteCode), (batch.Status, batch.Code));
        Assert.Equal(0, batch.Counts.Waiting);
        Assert.Equal(batch.Counts.Total, batch.Counts.Canceled);
        Assert.Empty(core.Ledger.Read());
    }

    [Fact]
    public async Task The_rows_that_a_loaded_batch_was_thought_to_have_are_those_it_has()
    {
        await using var core = await CoreHost.StartAsync();
        var plan = await PlanAsync(core, 5_001) with { StartTime = TimeProvider.System.GetUtcNow().AddHours(1) };

        var id = await core.Service<BatchService>().LaunchAsync(plan, "tester", default);
        var batch = await core.UntilAsync(id, batch => batch.Loaded, "it is loaded");

        Assert.Equal((5_001, 5_001), (batch.Counts.Total, batch.EstimatedRows));
    }

    private static async Task<BatchPlan> PlanAsync(CoreHost core, int rows, string end = "")
    {
        await File.WriteAllTextAsync(
            Path.Combine(core.Service<DataDirectory>().Uploads, "numbers.csv"), CoreHost.Numbers(rows) + end);
        return new BatchPlan
        {
            Name = "Numbers",
            SourceFile = "numbers.csv",
            Source = BatchSource.Csv,
            Format = new SourceFormat(),
            Layout = new RowLayout(["phone_number"], [new ColumnTarget(ColumnUse.PhoneNumber)]),
            Rules = new ImportRules(new PhoneRules(), CallDuplicates: true),
        };
    }
}
