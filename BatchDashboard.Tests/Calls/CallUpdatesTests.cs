using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Calls;

public sealed class CallUpdatesTests
{
    [Theory]
    [InlineData(PlacementOutcome.NotSent)]
    [InlineData(PlacementOutcome.RateLimited)]
    [InlineData(PlacementOutcome.Rejected)]
    [InlineData(PlacementOutcome.AccountRefused)]
    [InlineData(PlacementOutcome.Unknown)]
    public async Task A_repeat_that_is_turned_away_does_not_free_a_call_that_the_provider_took(PlacementOutcome repeat)
    {
        await using var core = await CoreHost.StartAsync(("Providers:Sandbox:Speed", "0.1"));
        var id = await core.LaunchAsync("phone_number\n+12125550107");
        var attempt = await TakenAsync(core, id);
        Assert.Equal(CallStatus.Dialing, attempt.Status);

        var updates = core.Service<CallUpdates>();
        updates.Report(new CallUpdate.Placed(new AttemptKey(attempt.Key), new PlacementResult(repeat)));
        updates.Report(new CallUpdate.Reported(
            new ProviderCall(attempt.ProviderCallId!, new AttemptKey(attempt.Key), CallStatus.Completed)));

        var batch = await core.UntilFinalAsync(id);
        Assert.Equal(1, batch.Counts.Completed);
        Assert.False(batch.Paused);
        Assert.Single(core.Ledger.Read());
    }

    [Theory]
    [InlineData(PlacementOutcome.NotSent)]
    [InlineData(PlacementOutcome.RateLimited)]
    [InlineData(PlacementOutcome.Rejected)]
    public async Task A_repeat_that_is_turned_away_does_not_end_a_call_in_doubt(PlacementOutcome repeat)
    {
        await using var core = await StoppedAsync();
        var id = await core.LaunchAsync(CoreHost.Numbers(1));
        var key = await IntendAsync(core, id);
        await RunSqlAsync(core, "UPDATE call_attempts SET repeated_at = intended_at");

        Report(
            core,
            new CallUpdate.FellSilent(key),
            new CallUpdate.Placed(key, new PlacementResult(repeat)),
            new CallUpdate.Reported(new ProviderCall("call-1", key, CallStatus.Completed)));

        Assert.Equal(1, (await core.UntilFinalAsync(id)).Counts.Completed);
    }

    [Fact]
    public async Task A_call_that_is_heard_of_after_its_batch_has_ended_is_not_dialled_again()
    {
        await using var core = await StoppedAsync();
        var id = await core.LaunchAsync(
            CoreHost.Numbers(1), draft => draft.Settings["retry"] = new JsonObject { ["wait"] = 3600 });
        var key = await IntendAsync(core, id);
        Report(core, new CallUpdate.FellSilent(key), new CallUpdate.GivenUp(key));
        Assert.Equal(1, (await core.UntilFinalAsync(id)).Counts.Review);

        Report(
            core,
            new CallUpdate.Reported(new ProviderCall("call-1", key, CallStatus.InProgress)),
            new CallUpdate.Reported(new ProviderCall("call-1", key, CallStatus.NoAnswer)));

        await core.UntilAsync(id, batch => batch.Counts.NoAnswer == 1, "the call has ended");
    }

    [Theory]
    [InlineData(PlacementOutcome.Rejected)]
    [InlineData(PlacementOutcome.NotSent)]
    [InlineData(PlacementOutcome.AccountRefused)]
    public async Task A_number_that_was_not_called_after_all_is_not_taken_for_called(PlacementOutcome outcome)
    {
        await using var core = await StoppedAsync();
        var id = await core.LaunchAsync(CoreHost.Numbers(1));
        var recent = core.Service<RecentCalls>();
        var number = new PhoneNumber(CoreHost.Number(0));
        var before = TimeProvider.System.GetUtcNow().AddDays(-7);
        await RunSqlAsync(core, $"INSERT INTO last_dials (number, dialled_at) VALUES ({number.Digits}, {before.UtcTicks})");
        var key = await IntendAsync(core, id);
        Assert.NotEqual(before, await recent.OfAsync(number, default));

        Report(core, new CallUpdate.Placed(key, new PlacementResult(outcome)));
        await core.UntilAsync(id, batch => batch.Counts.InFlight == 0, "it is known not to be placed");

        Assert.Equal(before, await recent.OfAsync(number, default));
    }

    [Fact]
    public async Task A_tenth_refusal_ends_a_call_only_when_all_ten_asked_for_a_slower_pace()
    {
        await using var core = await StoppedAsync();
        var id = await core.LaunchAsync(CoreHost.Numbers(1));
        for (var time = 1; time <= 9; time++)
        {
            Report(core, new CallUpdate.Placed(await IntendAsync(core, id), new PlacementResult(PlacementOutcome.NotSent, Code: "timeout")));
            await core.UntilAsync(id, batch => batch.Counts.InFlight == 0, "it is known not to be placed");
        }

        Report(core, new CallUpdate.Placed(await IntendAsync(core, id), new PlacementResult(PlacementOutcome.RateLimited, Code: "rate_limited")));

        var batch = await core.UntilAsync(id, batch => batch.Counts.InFlight == 0, "it is known not to be placed");
        Assert.Equal((1, 0), (batch.Counts.Queued, batch.Counts.Failed));
    }

    [Fact]
    public async Task Calls_that_fail_and_are_to_be_dialled_again_count_for_the_automatic_pause()
    {
        await using var core = await StoppedAsync(("Dispatch:AutoPausePercent", "50"), ("Dispatch:AutoPauseWindow", "2"));
        var id = await core.LaunchAsync(
            CoreHost.Numbers(3), draft => draft.Settings["retry"] = new JsonObject { ["failed"] = new JsonArray(3600) });
        for (var row = 0; row < 2; row++)
            Report(core, new CallUpdate.Reported(new ProviderCall($"call-{row}", await IntendFreshAsync(core, id), CallStatus.Failed)));

        var batch = await core.UntilAsync(id, b => b.Paused, "it pauses itself");
        Assert.Equal((AutoPause.Code, 3), (batch.Code, batch.Counts.Queued));
    }

    [Fact]
    public async Task A_call_that_is_dialled_again_forgets_when_it_was_answered_before()
    {
        await using var core = await StoppedAsync();
        var now = TimeProvider.System.GetUtcNow();
        var id = await core.LaunchAsync(
            CoreHost.Numbers(1), draft => draft.Settings["retry"] = new JsonObject { ["voicemail"] = new JsonArray(3600) });
        Report(core, new CallUpdate.Reported(new ProviderCall("call-1", await IntendAsync(core, id), CallStatus.Voicemail)
        {
            AnsweredAt = now.AddSeconds(-30),
            EndedAt = now.AddSeconds(-10),
        }));
        await core.UntilAsync(id, b => b.Counts.Queued == 1, "it waits for its next dial");

        Report(core, new CallUpdate.Reported(new ProviderCall("call-2", await IntendAsync(core, id), CallStatus.Busy)));

        Assert.Equal(1, (await core.UntilFinalAsync(id)).Counts.Busy);
        Assert.Null(Assert.Single(await core.CallsAsync(id)).AnsweredAt);
    }

    [Fact]
    public async Task A_provider_that_is_away_for_hours_stops_nothing()
    {
        await using var core = await StoppedAsync();
        var id = await core.LaunchAsync(CoreHost.Numbers(1));
        for (var time = 1; time <= 45; time++)
        {
            Report(core, new CallUpdate.Placed(await IntendAsync(core, id), new PlacementResult(PlacementOutcome.NotSent, Code: "connection_error")));
            await core.UntilAsync(id, batch => batch.Counts.InFlight == 0, "it is known not to be placed");
        }

        var next = Assert.Single(await core.CallsAsync(id)).NotBefore!.Value;
        Assert.InRange(next - TimeProvider.System.GetUtcNow(), TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Ten_requests_to_call_later_are_no_call_to_the_number()
    {
        await using var core = await StoppedAsync();
        var id = await core.LaunchAsync(CoreHost.Numbers(1));
        for (var time = 1; time <= 10; time++)
        {
            Report(core, new CallUpdate.Placed(await IntendAsync(core, id), new PlacementResult(PlacementOutcome.RateLimited, Code: "rate_limited")));
            await core.UntilAsync(id, batch => batch.Counts.InFlight == 0, "it is known not to be placed");
        }

        Assert.Equal(1, (await core.UntilFinalAsync(id)).Counts.Failed);
        Assert.Null(await core.Service<RecentCalls>().OfAsync(new PhoneNumber(CoreHost.Number(0)), default));
    }

    [Fact]
    public async Task An_update_that_cannot_be_applied_keeps_no_other_from_being_stored()
    {
        await using var core = await StoppedAsync();
        var id = await core.LaunchAsync(CoreHost.Numbers(2));
        var (broken, sound) = (await IntendAsync(core, id), await IntendAsync(core, id));
        await RunSqlAsync(core, "UPDATE calls SET status = 'nonsense' WHERE key = (SELECT min(key) FROM calls)");

        Report(
            core,
            new CallUpdate.Reported(new ProviderCall("call-1", broken, CallStatus.Completed)),
            new CallUpdate.Reported(new ProviderCall("call-2", sound, CallStatus.Completed)));

        await core.UntilAsync(id, batch => batch.Counts.Completed == 1, "the other one is stored");
        await RunSqlAsync(core, "UPDATE calls SET status = 'dialing' WHERE status = 'nonsense'");
        Report(core, new CallUpdate.Reported(new ProviderCall("call-1", broken, CallStatus.Busy)));
        Assert.Equal(1, (await core.UntilFinalAsync(id)).Counts.Busy);
    }

    [Fact]
    public async Task A_call_that_somebody_has_stopped_is_not_dialled_again()
    {
        await using var core = await StoppedAsync();
        var id = await core.LaunchAsync(
            CoreHost.Numbers(2), draft => draft.Settings["retry"] = new JsonObject { ["no_answer"] = new JsonArray(3600) });
        var (rings, placed) = (await IntendAsync(core, id), await IntendAsync(core, id));
        await RunSqlAsync(core, "UPDATE call_attempts SET stopped_at = 1");

        Report(
            core,
            new CallUpdate.Reported(new ProviderCall("call-1", rings, CallStatus.NoAnswer)),
            new CallUpdate.Placed(placed, new PlacementResult(PlacementOutcome.NotSent, Code: "connection_error")));

        var batch = await core.UntilFinalAsync(id);
        Assert.Equal((1, 1), (batch.Counts.NoAnswer, batch.Counts.Canceled));
    }

    /// <summary>Nothing is dialled but what a test intends itself, and nothing of that is placed.</summary>
    private static async Task<CoreHost> StoppedAsync(params (string Key, string Value)[] settings)
    {
        var core = await CoreHost.StartAsync(settings);
        await core.Service<DialSwitch>().StopAllAsync("tester", default);
        return core;
    }

    private static async Task<AttemptKey> IntendAsync(CoreHost core, BatchId id)
    {
        await core.UntilAsync(id, b => b.Status != BatchStatus.Validating && b.Counts.Total > 0, "its rows are loaded");
        await RunSqlAsync(core, "UPDATE calls SET not_before = 1 WHERE not_before IS NOT NULL");
        return await IntendFreshAsync(core, id);
    }

    /// <summary>Not a call that waits for its next dial.</summary>
    private static async Task<AttemptKey> IntendFreshAsync(CoreHost core, BatchId id)
    {
        var batch = await core.UntilAsync(id, b => b.Status != BatchStatus.Validating && b.Counts.Total > 0, "its rows are loaded");
        var intended = await core.Service<Database>().WriteAsync(
            WritePriority.Dispatch,
            context =>
            {
                var stop = context.Fact(DialSwitch.Fact)!;
                context.RemoveFact(DialSwitch.Fact);
                var group = context.Intend(
                    core.InHand(context, batch.Number), permits: 1, CoreHost.NoLimits, TimeProvider.System.GetUtcNow());
                context.SetFact(DialSwitch.Fact, stop);
                return Task.FromResult(group);
            },
            default);
        return Assert.Single(intended.Intents).Key;
    }

    private static void Report(CoreHost core, params CallUpdate[] updates)
    {
        foreach (var update in updates)
            core.Service<CallUpdates>().Report(update);
    }

    private static Task<int> RunSqlAsync(CoreHost core, string sql) => core.Service<Database>().WriteAsync(
        WritePriority.Interactive, context => Task.FromResult(context.Run(sql)), default);

    /// <summary>The attempt that the provider has taken and whose phone does not ring yet.</summary>
    private static async Task<CallAttempt> TakenAsync(CoreHost core, BatchId id)
    {
        CallAttempt? attempt = null;
        await Eventually.TrueAsync(
            async () =>
            {
                if ((await core.CallsAsync(id)) is [var call])
                    attempt = (await core.Service<CallQueries>().GetAsync(call.Id, default)).Value.LastAttempt;
                return attempt?.AcceptedAt is not null;
            },
            TimeSpan.FromSeconds(20),
            "the provider has taken the call");
        return attempt!;
    }
}
