using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Compliance;

public sealed class RecentCallsTests
{
    [Fact]
    public async Task Who_was_called_within_so_many_days_is_skipped_with_the_day_of_the_call()
    {
        await using var core = await CoreHost.StartAsync();
        var first = await core.UntilFinalAsync(await core.LaunchAsync("phone_number\n+12125550123\n+12125550124"));
        var called = (await core.CallsAsync(first.Id))[0].StartedAt!.Value;
        var again = first.Plan with { Rules = first.Plan.Rules with { SkipCalledWithinDays = 7 } };

        var id = await core.Service<BatchService>().LaunchAsync(again, "tester", default);
        var batch = await core.UntilFinalAsync(id);

        Assert.Equal(2, batch.Counts.Skipped);
        var row = (await core.Service<SkippedRowQueries>().ListAsync(batch.Number, 9, 0, default))[0];
        Assert.Equal(("recently_called", $"This number was called on {called:d MMM yyyy}."), (row.Code, row.Message));
        Assert.Equal(2, core.Ledger.Read().Count);
    }

    [Fact]
    public async Task Without_the_rule_nobody_is_asked_when_a_number_was_called()
    {
        await using var core = await CoreHost.StartAsync();
        var first = await core.UntilFinalAsync(await core.LaunchAsync("phone_number\n+12125550123"));

        var batch = await core.UntilFinalAsync(await core.Service<BatchService>().LaunchAsync(first.Plan, "tester", default));

        Assert.Equal(0, batch.Counts.Skipped);
        Assert.Equal(2, core.Ledger.Read().Count);
    }

    [Fact]
    public async Task Only_dials_before_the_moment_that_counts_are_looked_at_so_that_no_batch_blocks_itself()
    {
        await using var core = await CoreHost.StartAsync();
        await core.UntilFinalAsync(await core.LaunchAsync("phone_number\n+12125550123"));
        var number = new PhoneNumber("+12125550123");
        var recent = core.Service<RecentCalls>();

        var at = (await recent.OfAsync(number, default))!.Value;

        Assert.Null(await recent.OfAsync(new("+12125550124"), default));
        Assert.Null((await recent.ReadAsync(7, at, default)).Of(number));
        Assert.Equal(at, (await recent.ReadAsync(7, at.AddTicks(1), default)).Of(number));
        Assert.Equal(at, (await recent.ReadAsync(7, at.AddDays(7), default)).Of(number));
        Assert.Null((await recent.ReadAsync(7, at.AddDays(7).AddTicks(1), default)).Of(number));
    }
}
