using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.Dispatching.Standstills;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Tests.Dispatching;

/// <summary>What the gate of dispatch lets through, holds and explains, on a real database.</summary>
public sealed class GateTests
{
    // A Monday; 10:00 in New York, 07:00 in Los Angeles.
    private static readonly DateTimeOffset Morning = new(2026, 11, 2, 15, 0, 0, TimeSpan.Zero);

    private const string TwoCoasts = "phone_number\n+13105550123\n+12125550123";

    [Fact]
    public async Task Recipients_whose_clock_says_no_are_held_until_it_says_yes()
    {
        await using var core = await CoreHost.StartAsync(("Dispatch:MaxCallsPerSecond", "0.0001"), ("Compliance:CallingHours", "09:00-20:00"));
        var batch = await LoadedAsync(core, TwoCoasts);

        var group = await IntendAsync(core, batch, permits: 9, Morning);

        Assert.Equal("+12125550123", Assert.Single(group.Intents).To.E164);
        var held = Assert.Single(await core.CallsAsync(batch.Id, CallStatus.Held));
        Assert.Equal(("+13105550123", HoldCodes.OutsideHours, Morning.AddHours(2)), (held.ToNumber, held.ErrorCode, held.NotBefore));
        Assert.Empty((await IntendAsync(core, batch, permits: 9, Morning.AddMinutes(119))).Intents);
        Assert.Equal("+13105550123", Assert.Single((await IntendAsync(core, batch, permits: 9, Morning.AddHours(2))).Intents).To.E164);
    }

    [Fact]
    public async Task A_batch_of_which_everybody_sleeps_waits_for_the_morning_and_says_so()
    {
        await using var core = await CoreHost.StartAsync(("Compliance:CallingHours", ClosedFor(TimeSpan.FromHours(3))));
        var id = await core.LaunchAsync("phone_number,zone\n+12125550123,Etc/UTC\n+13105550123,Etc/UTC", draft =>
            draft.Columns = [draft.Columns![0], new(Core.Imports.ColumnUse.Setting, "timezone")]);

        var batch = await core.UntilAsync(id, b => b.Status == BatchStatus.WaitingForScheduledCalls, "it waits");

        Assert.Equal(2, batch.Counts.Held);
        Assert.Empty(core.Ledger.Read());
        var why = await core.Service<StandstillQueries>().OfBatchAsync(batch.Number, default);
        Assert.Equal(HoldCodes.OutsideHours, why!.Code);
        Assert.True(why.Next > TimeProvider.System.GetUtcNow());
        var call = (await core.CallsAsync(id))[0];
        var whyCall = await core.Service<StandstillQueries>().OfCallAsync(new CallKey(batch.Number, 2), default);
        Assert.Equal((HoldCodes.OutsideHours, call.NotBefore), (whyCall!.Code, whyCall.Next));
        Assert.Contains("Etc/UTC", whyCall.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_another_call_dialled_a_moment_ago_waits_its_seconds()
    {
        await using var core = await CoreHost.StartAsync(("Providers:Sandbox:Speed", "1000"), ("Compliance:SameNumberSeconds", "3600"));
        var first = await core.LaunchAsync("phone_number\n+12125550123");
        await core.UntilFinalAsync(first);

        var second = await core.LaunchAsync("phone_number\n+12125550123");
        await core.UntilAsync(second, batch => batch.Counts.Held == 1, "the second call is held");

        var call = Assert.Single(await core.CallsAsync(second));
        Assert.Equal(HoldCodes.NumberJustCalled, call.ErrorCode);
        Assert.Equal(core.Ledger.Read()[0].PlacedAt.AddHours(1), call.NotBefore!.Value, TimeSpan.FromSeconds(20));
        Assert.Single(core.Ledger.Read());
    }

    [Fact]
    public async Task A_number_under_review_keeps_every_other_call_to_it_waiting()
    {
        await using var core = await CoreHost.StartAsync(("Dispatch:MaxCallsPerSecond", "0.0001"));
        var batch = await LoadedAsync(core, "phone_number\n+12125550123");
        var intent = Assert.Single((await IntendAsync(core, batch, 1, Morning)).Intents);
        core.Service<CallUpdates>().Report(new CallUpdate.Placed(intent.Key, new PlacementResult(PlacementOutcome.Unknown)));
        core.Service<CallUpdates>().Report(new CallUpdate.GivenUp(intent.Key));
        await core.UntilAsync(batch.Id, b => b.Counts.Review == 1, "it is under review");

        var other = await LoadedAsync(core, "phone_number\n+12125550123");
        Assert.Empty((await IntendAsync(core, other, 1, Morning)).Intents);

        Assert.Equal(HoldCodes.NumberInReview, Assert.Single(await core.CallsAsync(other.Id)).ErrorCode);
    }

    [Fact]
    public async Task Nothing_is_intended_while_all_dialling_is_stopped_also_after_a_restart()
    {
        await using var core = await CoreHost.StartAsync();
        await core.Service<DialSwitch>().StopAllAsync("anna", default);
        var id = await core.LaunchAsync(CoreHost.Numbers(3));
        var batch = await core.UntilAsync(id, b => b.Status == BatchStatus.Dispatching, "its rows are loaded");

        Assert.Equal(IntentLimit.Closed, (await IntendAsync(core, batch, 3, Morning)).Limit);
        var why = await core.Service<StandstillQueries>().OfBatchAsync(batch.Number, default);
        Assert.Equal("dialling_stopped", why!.Code);
        Assert.Contains("anna", why.Message, StringComparison.Ordinal);
        var restarted = new DialSwitch(
            core.Service<Database>(), new HaltedBatches(), core.Service<WorkSignal>(), TimeProvider.System);
        await restarted.LoadAsync(default);
        Assert.Equal("anna", restarted.Stop?.By);

        await core.Service<DialSwitch>().ResumeAllAsync("anna", default);
        Assert.Equal(3, (await core.UntilFinalAsync(id)).Counts.Calls);
        Assert.Equal(3, core.Ledger.Read().Count);
    }

    [Fact]
    public async Task A_call_in_doubt_that_the_provider_does_not_know_gives_its_line_to_others()
    {
        await using var core = await CoreHost.StartAsync(("Dispatch:MaxCallsPerSecond", "0.0001"));
        var batch = await LoadedAsync(core, CoreHost.Numbers(3));
        var oneLine = CoreHost.NoLimits with { MaxInFlight = 1 };
        var intent = Assert.Single((await IntendAsync(core, batch, 3, Morning, oneLine)).Intents);
        var updates = core.Service<CallUpdates>();
        updates.Report(new CallUpdate.Placed(intent.Key, new PlacementResult(PlacementOutcome.Unknown)));
        await core.UntilAsync(batch.Id, b => b.Counts.Uncertain == 1, "it is in doubt");
        Assert.Equal(IntentLimit.Concurrency, (await IntendAsync(core, batch, 3, Morning, oneLine)).Limit);

        await updates.StoreAsync(new CallUpdate.NotFound(intent.Key, Morning.AddYears(70), IsUnknownThere: false), default);
        Assert.Equal(IntentLimit.Concurrency, (await IntendAsync(core, batch, 3, Morning, oneLine)).Limit);
        updates.Report(new CallUpdate.NotFound(intent.Key, Morning.AddYears(70), IsUnknownThere: true));
        updates.Report(new CallUpdate.NotFound(intent.Key, Morning.AddYears(70), IsUnknownThere: true));
        await UntilReleasedAsync(core, batch, 1);
        Assert.Single((await IntendAsync(core, batch, 3, Morning, oneLine)).Intents);

        updates.Report(new CallUpdate.Reported(new ProviderCall("late", intent.Key, CallStatus.Completed)));
        await UntilReleasedAsync(core, batch, 0);
    }

    [Fact]
    public async Task The_tenth_time_that_a_provider_asks_to_slow_down_fails_the_call()
    {
        await using var core = await CoreHost.StartAsync(("Dispatch:MaxCallsPerSecond", "0.0001"));
        var batch = await LoadedAsync(core, "phone_number\n+12125550123");
        var at = Morning;
        for (var refusal = 1; refusal <= 10; refusal++)
        {
            var intent = Assert.Single((await IntendAsync(core, batch, 1, at)).Intents);
            core.Service<CallUpdates>().Report(
                new CallUpdate.Placed(intent.Key, new PlacementResult(PlacementOutcome.RateLimited, Code: "rate_limited")));
            await core.UntilAsync(batch.Id, b => b.Counts.InFlight == 0, "the answer is heard");
            at = TimeProvider.System.GetUtcNow().AddYears(1).AddHours(refusal);
        }

        var call = Assert.Single(await core.CallsAsync(batch.Id));
        Assert.Equal((CallStatus.Failed, "rate_limited"), (call.Status, call.ErrorCode));
    }

    [Fact]
    public async Task A_higher_priority_is_dialled_first_and_what_runs_shares_the_lines()
    {
        await using var core = await CoreHost.StartAsync(("Dispatch:MaxCallsPerSecond", "0.0001"));
        var first = await LoadedAsync(core, CoreHost.Numbers(9));
        var second = await LoadedAsync(core, "phone_number\n" + string.Join('\n', Enumerable.Range(9, 9).Select(CoreHost.Number)));
        var lines = CoreHost.NoLimits with { MaxInFlight = 8 };
        Assert.Equal(4, (await IntendAsync(core, first, 9, Morning, lines)).Intents.Count);
        await RunAsync(core, "UPDATE batches SET priority = 1 WHERE number = {0}", second.Number);

        Assert.Equal(IntentLimit.Concurrency, (await IntendAsync(core, first, 9, Morning, lines)).Limit);
        Assert.Equal(4, (await IntendAsync(core, second, 9, Morning, lines)).Intents.Count);
    }

    [Fact]
    public async Task Too_many_failures_pause_the_batch_with_their_reasons()
    {
        await using var core = await CoreHost.StartAsync(("Dispatch:AutoPauseWindow", "5"), ("Dispatch:MaxConcurrentCalls", "1"));
        // Numbers that end so are out of service in the sandbox.
        var id = await core.LaunchAsync(
            "phone_number\n" + string.Join('\n', Enumerable.Range(300, 30).Select(exchange => $"+1212{exchange}0104")));

        var batch = await core.UntilAsync(id, b => b.Paused, "it is paused");

        Assert.Equal(AutoPause.Code, batch.Code);
        Assert.Contains("5 of the last 5 calls failed", batch.Reason, StringComparison.Ordinal);
        Assert.Contains("number_not_found", batch.Reason, StringComparison.Ordinal);
        batch = await core.UntilAsync(id, b => b.Counts.InFlight == 0, "calls in flight end");
        Assert.InRange(batch.Counts.Failed, 5, 6);
        await core.Service<BatchService>().ResumeAsync(id, "tester", default);
        batch = await core.UntilAsync(id, b => b.Paused, "it is paused again, after as many calls");
        Assert.InRange(batch.Counts.Failed, 10, 12);
    }

    [Fact]
    public async Task A_retry_plan_calls_again_after_its_waits_and_then_no_more()
    {
        await using var core = await CoreHost.StartAsync();
        // Busy twice, then answered; and busy for ever.
        var id = await core.LaunchAsync(
            "phone_number\n+12125550108\n+12125550101",
            draft => draft.Settings["retry"] = new System.Text.Json.Nodes.JsonObject { ["busy"] = new System.Text.Json.Nodes.JsonArray(3600, 7200) });
        for (var dial = 1; dial <= 2; dial++)
        {
            var waiting = await core.UntilAsync(id, b => b.Counts is { Queued: 2, InFlight: 0 } && core.Ledger.Read().Count == 2 * dial, "both wait");
            Assert.Equal(BatchStatus.InProgress, waiting.Status);
            var why = await core.Service<StandstillQueries>().OfCallAsync(new CallKey(waiting.Number, 2), default);
            Assert.Equal("retry_busy", why!.Code);
            Assert.Equal(TimeProvider.System.GetUtcNow().AddHours(dial), why.Next!.Value, TimeSpan.FromMinutes(1));
            await RunAsync(core, "UPDATE calls SET not_before = 1 WHERE not_before IS NOT NULL");
        }

        var batch = await core.UntilFinalAsync(id);
        Assert.Equal((1, 1), (batch.Counts.Completed, batch.Counts.Busy));
        Assert.All(core.Ledger.DialsByNumber(), dials => Assert.Equal(3, dials.Value));
    }

    [Fact]
    public async Task A_cancel_ends_calls_that_wait_for_a_retry()
    {
        await using var core = await CoreHost.StartAsync();
        var id = await core.LaunchAsync(
            "phone_number\n+12125550101",
            draft => draft.Settings["retry"] = new System.Text.Json.Nodes.JsonObject { ["wait"] = 3600 });
        await core.UntilAsync(id, b => b.Counts.Queued == 1 && b.StartedAt is not null, "it waits for its retry");

        await core.Service<BatchService>().StopAsync(id, hangUp: false, "tester", default);

        Assert.Equal(1, (await core.UntilFinalAsync(id)).Counts.Canceled);
        Assert.Null(Assert.Single(await core.CallsAsync(id, CallStatus.Canceled)).NotBefore);
        Assert.Single(core.Ledger.Read());
    }

    private static async Task<BatchSummary> LoadedAsync(CoreHost core, string csv)
    {
        var id = await core.LaunchAsync(csv);
        return await core.UntilAsync(id, b => b.Status == BatchStatus.Dispatching, "its rows are loaded");
    }

    private static Task<IntentGroup> IntendAsync(
        CoreHost core, BatchSummary batch, int permits, DateTimeOffset now, IntentRules? rules = null) =>
        core.Service<Database>().WriteAsync(
            WritePriority.Dispatch,
            context => Task.FromResult(Core.Data.HotPaths.CallIntents.Intend(
                context, core.InHand(context, batch.Number), permits, rules ?? CoreHost.NoLimits, now)),
            default);

    private static Task UntilReleasedAsync(CoreHost core, BatchSummary batch, int released) => Eventually.TrueAsync(
        async () =>
        {
            await using var context = await core.Service<Database>().ReadAsync(default);
            return (await context.Batches.AsNoTracking().SingleAsync(b => b.Number == batch.Number)).Released == released;
        },
        TimeSpan.FromSeconds(20),
        "the line is released, or held again");

    private static Task<int> RunAsync(CoreHost core, string sql, params object[] values) =>
        core.Service<Database>().WriteAsync(
            WritePriority.Dispatch, context => context.Database.ExecuteSqlRawAsync(sql, values), default);

    /// <summary>Hours of one minute that begin then, by the clock of Greenwich.</summary>
    private static string ClosedFor(TimeSpan time)
    {
        var opens = TimeProvider.System.GetUtcNow().Add(time);
        return FormattableString.Invariant($"{opens:HH}:00-{opens:HH}:01");
    }
}
