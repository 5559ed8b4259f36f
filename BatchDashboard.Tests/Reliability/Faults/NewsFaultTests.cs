using BatchDashboard.Core;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Tests.Dispatching.Model;
using static BatchDashboard.Core.Calls.CallStatus;

namespace BatchDashboard.Tests.Reliability.Faults;

/// <summary>News about one call in the wrong order, doubled, too late or contradictory. Numbers: docs/faults.md.</summary>
public sealed class NewsFaultTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private const string Id = "call-1";

    private readonly DialWorld _world = fixture.World;

    public Task InitializeAsync() => _world.ResetAsync(honoursKeys: false);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    // Reports that overtake each other.
    [InlineData("accepted completed ringing", Completed)]
    [InlineData("accepted completed in_progress", Completed)]
    [InlineData("accepted in_progress ringing", InProgress)]
    [InlineData("accepted busy ringing", Busy)]
    [InlineData("accepted ringing ringing completed completed", Completed)]
    // Ends that contradict each other: the first holds.
    [InlineData("accepted completed failed", Completed)]
    [InlineData("accepted failed completed", Failed)]
    [InlineData("accepted voicemail completed", Voicemail)]
    [InlineData("accepted canceled completed", Canceled)]
    [InlineData("accepted no_answer busy", NoAnswer)]
    // The end before the answer to the placement, whatever that is.
    [InlineData("completed accepted", Completed)]
    [InlineData("ringing accepted", Ringing)]
    [InlineData("completed =unknown", Completed)]
    [InlineData("completed =rate_limited", Completed)]
    [InlineData("completed =not_sent", Completed)]
    [InlineData("ringing =rejected", Ringing)]
    [InlineData("ringing =account_refused", Ringing)]
    // Answers that come twice, or too late.
    [InlineData("accepted accepted", Dialing)]
    [InlineData("accepted =unknown", Dialing)]
    [InlineData("accepted =rate_limited", Dialing)]
    [InlineData("accepted silent", Dialing)]
    [InlineData("silent accepted", Dialing)]
    [InlineData("silent silent not_found", Uncertain)]
    [InlineData("=unknown not_found =unknown", Uncertain)]
    // A call in doubt, under review, or decided, that is heard of after all.
    [InlineData("=unknown completed", Completed)]
    [InlineData("=unknown not_found ringing", Ringing)]
    [InlineData("=unknown given_up in_progress", InProgress)]
    [InlineData("=unknown given_up completed", Completed)]
    [InlineData("=unknown given_up accepted", Review)]
    [InlineData("=unknown given_up not_found silent", Review)]
    [InlineData("=unknown given_up was_called completed", Unknown)]
    [InlineData("given_up", Dialing)]
    [InlineData("=rejected completed", Failed)]
    public async Task Whatever_is_said_in_whatever_order_the_call_stands_where_it_should_and_is_counted_once(
        string news, CallStatus expected)
    {
        var intent = Assert.Single(await _world.IntendAsync(DialWorld.First, worker: 0, permits: 1));
        foreach (var word in news.Split(' '))
        {
            if (word == "was_called")
                await _world.WasCalledAsync((await _world.CallsAsync())[0]);
            else
                _world.Report(UpdateOf(word, intent.Key));
            await _world.SettleAsync();
        }

        Assert.Equal(expected, (await _world.CallsAsync())[0].Status);
        var counts = (await _world.BatchesAsync())[0].Counts;
        Assert.Equal((1, 2), (counts.Of(expected), counts.Total));
        _world.Wait(TimeSpan.FromHours(1));
        Assert.DoesNotContain(intent.Call, (await _world.IntendAsync(DialWorld.First, worker: 0, permits: 9)).Select(next => next.Call));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_same_event_a_thousand_times_at_once_is_one(bool hasKey)
    {
        var intent = Assert.Single(await _world.IntendAsync(DialWorld.First, worker: 0, permits: 1));
        _world.Report(UpdateOf("accepted", intent.Key));

        var ended = new ProviderCall(Id, hasKey ? intent.Key : default, Completed);
        await Parallel.ForAsync(0, 1000, async (_, _) => await _world.StoreAsync(ended));

        var counts = (await _world.BatchesAsync())[0].Counts;
        Assert.Equal((1, 1, 2), (counts.Completed, counts.Waiting, counts.Total));
    }

    [Fact]
    public async Task A_report_about_an_attempt_that_is_none_of_ours_changes_nothing()
    {
        var before = (await _world.BatchesAsync())[0].Counts;

        await _world.StoreAsync(new ProviderCall(Id, new AttemptKey(Guid.NewGuid()), Completed));

        Assert.Equal(before.Queued, (await _world.BatchesAsync())[0].Counts.Queued);
        Assert.Empty(await _world.ParkedAsync());
    }

    [Fact]
    public async Task News_that_come_too_late_put_off_the_next_question()
    {
        var intent = Assert.Single(await _world.IntendAsync(DialWorld.First, worker: 0, permits: 1));
        _world.Report(UpdateOf("accepted", intent.Key));
        _world.Report(UpdateOf("in_progress", intent.Key));
        await _world.SettleAsync();
        var asked = (await _world.CallsAsync())[0].Deadline!.Value;
        _world.Wait(TimeSpan.FromMinutes(1));

        _world.Report(UpdateOf("ringing", intent.Key));
        await _world.SettleAsync();

        // Otherwise it would be asked about again and again.
        Assert.Equal(asked.AddMinutes(1), (await _world.CallsAsync())[0].Deadline);
    }

    [Fact]
    public async Task A_call_that_the_provider_wants_later_is_not_placed_before()
    {
        var first = Assert.Single(await _world.IntendAsync(DialWorld.First, worker: 0, permits: 1));
        _world.Report(new CallUpdate.Placed(
            first.Key, new PlacementResult(PlacementOutcome.RateLimited, RetryAfter: TimeSpan.FromMinutes(10))));
        await _world.SettleAsync();

        _world.Wait(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.DoesNotContain(first.Call, (await _world.IntendAsync(DialWorld.First, worker: 0, permits: 9)).Select(next => next.Call));
        _world.Wait(TimeSpan.FromSeconds(1));
        Assert.Equal(first.Call, Assert.Single(await _world.IntendAsync(DialWorld.First, worker: 0, permits: 9)).Call);
    }

    [Fact]
    public async Task News_of_an_earlier_attempt_do_not_move_the_call_that_is_dialled_again()
    {
        var first = Assert.Single(await _world.IntendAsync(DialWorld.First, worker: 0, permits: 1));
        _world.Report(UpdateOf("=not_sent", first.Key));
        await _world.SettleAsync();
        _world.Wait(TimeSpan.FromSeconds(2));
        var second = Assert.Single(await _world.IntendAsync(DialWorld.First, worker: 0, permits: 1));

        foreach (var word in (string[])["=rejected", "silent", "given_up", "not_found"])
            _world.Report(UpdateOf(word, first.Key));
        await _world.SettleAsync();

        Assert.Equal(first.Call, second.Call);
        Assert.Equal(Dialing, (await _world.CallsAsync())[0].Status);
    }

    private static CallUpdate UpdateOf(string word, AttemptKey key) => word switch
    {
        "accepted" => new CallUpdate.Placed(key, new(PlacementOutcome.Accepted, Id)),
        ['=', .. var outcome] => new CallUpdate.Placed(key, new(WireName.Parse<PlacementOutcome>(outcome)!.Value)),
        "silent" => new CallUpdate.FellSilent(key),
        "not_found" => new CallUpdate.NotFound(key, DateTimeOffset.MaxValue, IsUnknownThere: true),
        "given_up" => new CallUpdate.GivenUp(key),
        _ => new CallUpdate.Reported(new ProviderCall(Id, key, WireName.Parse<CallStatus>(word)!.Value)),
    };
}
