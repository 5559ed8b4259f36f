using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Tests.Dispatching.Model;

namespace BatchDashboard.Tests.Calls;

/// <summary>What is learnt about calls too early, too late, or without saying whose they are.</summary>
public sealed class CallReportsTests
{
    private const string Id = "4ee3a5a4-9d2c-4c7b-8f0a-6e8fb1d7c001";

    private static readonly ProviderCall Ended = new(Id, default, CallStatus.Completed)
    {
        AnsweredBy = AnsweredBy.Human,
        EndedBy = "user",
        Summary = "They are interested.",
        RecordingUrl = "https://recordings.example.org/1",
        Price = 0.09m,
        Transcript = [new(1, new(2026, 11, 2, 15, 0, 1, TimeSpan.Zero), "Hello.", "assistant")],
    };

    [Fact]
    public async Task A_callback_without_our_key_that_overtakes_the_answer_is_applied_when_the_answer_comes()
    {
        await using var world = await DialWorld.MakeAsync();
        var intent = await IntendAsync(world);

        await world.StoreAsync(Ended);
        await world.StoreAsync(new ProviderCall(Id, default, CallStatus.Ringing));
        await world.StoreAsync(Ended);
        Assert.Equal(CallStatus.Completed, Read(Assert.Single(await world.ParkedAsync())));
        world.Report(new CallUpdate.Placed(intent.Key, new(PlacementOutcome.Accepted, Id)));
        await world.SettleAsync();

        Assert.Equal(CallStatus.Completed, (await CallAsync(world)).Status);
        Assert.Equal("They are interested.", (await world.AttemptAsync(intent.Key)).Summary);
        Assert.Single((await world.AttemptAsync(intent.Key)).Transcript!.Split("Hello.")[1..]);
        Assert.Empty(await world.ParkedAsync());
        Assert.Equal(1, (await world.BatchesAsync())[0].Counts.Completed);
    }

    [Fact]
    public async Task A_parked_callback_finds_a_call_in_doubt_that_a_look_up_finds()
    {
        await using var world = await DialWorld.MakeAsync();
        var intent = await IntendAsync(world);
        world.Report(new CallUpdate.Placed(intent.Key, new(PlacementOutcome.Unknown)));

        await world.StoreAsync(Ended);
        world.Report(new ProviderCall(Id, intent.Key, CallStatus.Ringing));
        await world.SettleAsync();

        Assert.Equal(CallStatus.Completed, (await CallAsync(world)).Status);
    }

    [Fact]
    public async Task A_parked_callback_that_no_answer_comes_for_is_dropped_when_nothing_is_looked_for_any_more()
    {
        await using var world = await DialWorld.MakeAsync();
        await world.StoreAsync(Ended);
        world.Wait(TimeSpan.FromSeconds(930));
        await world.SettleAsync();
        Assert.Single(await world.ParkedAsync());

        world.Wait(TimeSpan.FromSeconds(61));
        await world.SettleAsync();

        Assert.Empty(await world.ParkedAsync());
    }

    [Fact]
    public async Task Details_that_come_after_the_end_are_added_and_change_neither_outcome_nor_counters()
    {
        await using var world = await DialWorld.MakeAsync();
        var intent = await IntendAsync(world);
        world.Report(new ProviderCall(Id, intent.Key, CallStatus.Completed) { EndedBy = "agent" });
        world.Report(Ended with { Key = intent.Key, Status = CallStatus.InProgress, Summary = "Not yet the whole." });
        world.Report(Ended with { Key = intent.Key, Status = CallStatus.Failed, ErrorCode = "call_failed" });
        world.Report(Ended with { Key = intent.Key, Summary = "Another one." });
        await world.SettleAsync();

        var attempt = await world.AttemptAsync(intent.Key);
        Assert.Equal(
            (CallStatus.Completed, null, "agent", "They are interested.", Ended.RecordingUrl, Ended.Price, AnsweredBy.Human),
            (attempt.Status, attempt.ErrorCode, attempt.EndedBy, attempt.Summary, attempt.RecordingUrl, attempt.Price, attempt.AnsweredBy));
        Assert.Contains("Hello.", attempt.Transcript, StringComparison.Ordinal);
        var call = await CallAsync(world);
        Assert.Equal((CallStatus.Completed, null, AnsweredBy.Human), (call.Status, call.ErrorCode, call.AnsweredBy));
        var counts = (await world.BatchesAsync())[0].Counts;
        Assert.Equal((1, 0, 1), (counts.Completed, counts.Failed, counts.Waiting));
    }

    [Fact]
    public async Task Why_a_placement_is_in_doubt_is_kept_until_it_is_known_better()
    {
        await using var world = await DialWorld.MakeAsync();
        var intent = await IntendAsync(world);
        world.Report(new CallUpdate.Placed(intent.Key, new(PlacementOutcome.Unknown, Code: "http_503", Message: "Down for a moment")));
        await world.SettleAsync();
        var doubtful = await world.AttemptAsync(intent.Key);
        Assert.Equal(("http_503", "Down for a moment"), (doubtful.ErrorCode, doubtful.ErrorMessage));

        world.Report(new CallUpdate.GivenUp(intent.Key));
        await world.SettleAsync();
        Assert.Equal("placement_unknown", (await CallAsync(world)).ErrorCode);
        Assert.Equal("http_503", (await world.AttemptAsync(intent.Key)).ErrorCode);

        world.Report(Ended with { Key = intent.Key });
        await world.SettleAsync();
        Assert.Null((await world.AttemptAsync(intent.Key)).ErrorCode);
    }

    private static async Task<DialIntent> IntendAsync(DialWorld world) =>
        Assert.Single(await world.IntendAsync(DialWorld.First, worker: 0, permits: 1));

    private static async Task<Call> CallAsync(DialWorld world) => (await world.CallsAsync())[0];

    private static CallStatus Read(ParkedReport report) => report.IsEnd ? CallStatus.Completed : CallStatus.Ringing;
}
