using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Tests.Dispatching;

/// <summary>Limits that are changed while calls are made.</summary>
public sealed class ChangedLimitsTests
{
    private const string LongCalls = "phone_number\n+12123000107\n+12123010107\n+12123020107\n+12123030107\n+12123040107";

    private static readonly (string, string)[] Slow = [("Providers:Sandbox:Speed", "1"), ("Dispatch:MaxConcurrentCalls", "1")];

    [Fact]
    public async Task More_calls_at_once_are_made_as_soon_as_the_installation_allows_them()
    {
        await using var core = await CoreHost.StartAsync(Slow);
        var id = await core.LaunchAsync(LongCalls);
        await core.UntilAsync(id, batch => batch.Counts.InFlight == 1, "the one line is taken");

        Assert.Null(await core.Service<DialLimits>().SetAsync(null, new Limits(3, 0), "tester", default));

        await core.UntilAsync(id, batch => batch.Counts.InFlight == 3, "three lines are taken");
    }

    [Fact]
    public async Task A_provider_takes_as_many_calls_as_its_own_limit_says_now()
    {
        await using var core = await CoreHost.StartAsync([("Dispatch:Providers:sandbox:MaxConcurrentCalls", "1"), ("Providers:Sandbox:Speed", "1")]);
        var id = await core.LaunchAsync(LongCalls);
        await core.UntilAsync(id, batch => batch.Counts.InFlight == 1, "the provider's one line is taken");

        Assert.Null(await core.Service<DialLimits>().SetAsync("sandbox", new Limits(2, 0), "tester", default));

        await core.UntilAsync(id, batch => batch.Counts.InFlight == 2, "two lines are taken");
    }

    [Fact]
    public async Task A_running_batch_gets_more_lines_and_what_was_changed_is_in_its_log()
    {
        await using var core = await CoreHost.StartAsync(("Providers:Sandbox:Speed", "1"));
        var id = await core.LaunchAsync(LongCalls, draft => draft.MaxConcurrent = 1);
        var batch = await core.UntilAsync(id, b => b.Counts.InFlight == 1, "its one line is taken");

        var changed = await core.Service<BatchService>().SetLimitsAsync(id, batch.Limits with { MaxConcurrent = 4 }, "tester", default);

        Assert.Equal(4, changed.Value.Limits.MaxConcurrent);
        await core.UntilAsync(id, b => b.Counts.InFlight == 4, "four lines are taken");
        var entry = (await core.Service<BatchLogQueries>().ListAsync(batch.Number, 100, 0, newestFirst: true, default))
            .Single(line => (string?)line.Payload["action"] == "limits_changed").Payload;
        Assert.Equal((1, 4), ((int)entry["before"]!["max_concurrent"]!, (int)entry["after"]!["max_concurrent"]!));
    }

    [Fact]
    public async Task Lower_limits_let_no_intent_through_that_is_above_them()
    {
        await using var core = await CoreHost.StartAsync(("Dispatch:MaxCallsPerSecond", "0.0001"));
        var id = await core.LaunchAsync(LongCalls);
        var batch = await core.UntilAsync(id, b => b.Status == BatchStatus.Dispatching, "its rows are loaded");
        await core.Service<BatchService>().SetLimitsAsync(id, batch.Limits with { MaxConcurrent = 2 }, "tester", default);

        var group = await core.Service<Database>().WriteAsync(
            WritePriority.Dispatch,
            context => Task.FromResult(BatchDashboard.Core.Data.HotPaths.CallIntents.Intend(
                context, core.InHand(context, batch.Number), 5, CoreHost.NoLimits, TimeProvider.System.GetUtcNow())),
            default);

        Assert.Equal((2, IntentLimit.Concurrency), (group.Intents.Count, group.Limit));
    }

    [Fact]
    public async Task What_was_set_holds_after_a_restart_until_the_configuration_is_asked_for_again()
    {
        using var scratch = new ScratchDirectory();
        await using (var before = await CoreHost.OpenAsync(scratch.Root, Slow))
        {
            Assert.Null(await before.Service<DialLimits>().SetAsync(null, new Limits(7, 2.5), "tester", default));
            await using var context = await before.Service<Database>().ReadAsync(default);
            var audit = await context.Set<AuditEntry>().SingleAsync(entry => entry.Action == AuditAction.LimitsChanged);
            Assert.Equal(("installation", "7 calls at once, 2.5 a second; 0 for no limit"), (audit.Subject, audit.Reason));
        }

        await using var after = await CoreHost.OpenAsync(scratch.Root, Slow);
        var limits = after.Service<DialLimits>();
        Assert.Equal(new Limits(7, 2.5), limits.Current);
        await limits.SetAsync(null, null, "tester", default);
        Assert.Equal(new Limits(1, 0), limits.Current);
    }

    [Theory]
    [InlineData(-1, 0, "max_concurrent")]
    [InlineData(100_001, 0, "max_concurrent")]
    [InlineData(1, -0.5, "max_calls_per_second")]
    [InlineData(1, double.NaN, "max_calls_per_second")]
    [InlineData(1, 10_001, "max_calls_per_second")]
    public async Task Limits_out_of_range_are_refused_and_name_their_field(int calls, double rate, string field)
    {
        using var scratch = new ScratchDirectory();
        await using var core = await CoreHost.OpenAsync(scratch.Root, Slow);

        var problem = await core.Service<DialLimits>().SetAsync(null, new Limits(calls, rate), "tester", default);

        Assert.Equal(("limit_out_of_range", field), (problem?.Code, problem?.Field));
        Assert.Equal(new Limits(1, 0), core.Service<DialLimits>().Current);
    }
}
