using BatchDashboard.Core.Calls;
using BatchDashboard.Tests.Dispatching.Model;

namespace BatchDashboard.Tests.Reliability.Faults;

/// <summary>Workers that sleep, clocks that jump, and operators who are quicker than a request. Numbers: docs/faults.md.</summary>
public sealed class TimeFaultTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private readonly DialWorld _world = fixture.World;

    public Task InitializeAsync() => _world.ResetAsync(honoursKeys: false);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(16)]
    [InlineData(3600)]
    public async Task A_worker_that_slept_or_whose_clock_jumped_forward_sends_nothing(int seconds)
    {
        await IntendAsync();

        _world.SetClock(TimeSpan.FromSeconds(seconds));
        Assert.NotNull(_world.Send(worker: 0));

        await _world.SettleAsync();
        Assert.Empty(_world.Provider.Requests);
        Assert.Equal(CallStatus.Queued, (await _world.CallsAsync())[0].Status);
    }

    [Theory]
    [InlineData("intend back send")]
    [InlineData("intend send back answer")]
    [InlineData("intend send answer back")]
    [InlineData("intend send forward answer")]
    [InlineData("intend send answer forward watch back watch")]
    public async Task Whoever_sets_the_clock_while_a_call_is_made_makes_no_second_one(string steps)
    {
        foreach (var step in steps.Split(' '))
        {
            await (step switch
            {
                "intend" => IntendAsync(),
                "watch" => _world.WatchAsync(fate: 0),
                _ => Task.CompletedTask,
            });
            if (step == "send")
                _world.Send(worker: 0);
            if (step is "forward" or "back")
                _world.SetClock(TimeSpan.FromMinutes(step == "back" ? -20 : 20));
            if (step == "answer")
                Answer(_world.Provider.Requests.Single());
            await _world.SettleAsync();
        }

        _world.Provider.Requests.Where(request => request.Reply is null).ToList().ForEach(Answer);
        await _world.SettleAsync();
        Assert.Single(_world.Provider.Calls);
        Assert.Empty(await _world.IntendAsync(DialWorld.Second, worker: 1, permits: 1));
        _world.Report(_world.Provider.Calls[0].ReportOf(CallStatus.Completed));
        await _world.SettleAsync();
        Assert.Equal(CallStatus.Completed, (await _world.CallsAsync())[0].Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_pause_or_cancel_between_intent_and_request_is_heard(bool isPause)
    {
        await IntendAsync();
        var batch = (await _world.BatchesAsync())[0];
        await (isPause ? _world.PauseAsync(batch) : _world.CancelAsync(batch));

        Assert.NotNull(_world.Send(worker: 0));
        await _world.SettleAsync();
        await _world.FinishAsync(DialWorld.First);

        Assert.Empty(_world.Provider.Requests);
        Assert.Equal(isPause ? CallStatus.Queued : CallStatus.Canceled, (await _world.CallsAsync())[0].Status);
    }

    [Fact]
    public async Task While_the_provider_cannot_be_asked_nothing_is_given_up()
    {
        await IntendAsync();
        _world.Send(worker: 0);
        ModelProvider.Lose(_world.Provider.Requests[0]);
        await _world.SettleAsync();
        _world.Provider.IsAway = true;
        for (var hour = 0; hour < 3; hour++)
        {
            _world.Wait(TimeSpan.FromHours(1));
            await _world.WatchAsync(fate: 0);
            await _world.SettleAsync();
            Assert.Equal(CallStatus.Uncertain, (await _world.CallsAsync())[0].Status);
        }

        _world.Provider.IsAway = false;
        _world.Wait(TimeSpan.FromSeconds(10));
        await _world.WatchAsync(fate: 0);
        await _world.SettleAsync();

        Assert.Equal(CallStatus.Review, (await _world.CallsAsync())[0].Status);
        Assert.Empty(await _world.IntendAsync(DialWorld.Second, worker: 1, permits: 1));
    }

    [Fact]
    public async Task A_call_that_the_provider_forgets_ends_when_it_must_be_over()
    {
        await IntendAsync();
        _world.Send(worker: 0);
        Answer(_world.Provider.Requests[0]);
        await _world.SettleAsync();
        _world.Provider.Calls.Clear();
        for (var minutes = 0; minutes < 60; minutes += 20)
        {
            Assert.Equal(CallStatus.Dialing, (await _world.CallsAsync())[0].Status);
            _world.Wait(TimeSpan.FromMinutes(20));
            await _world.WatchAsync(fate: 0);
            await _world.SettleAsync();
            if ((await _world.CallsAsync())[0].Status.IsFinal())
                break;
        }

        var call = (await _world.CallsAsync())[0];
        Assert.Equal((CallStatus.Failed, "no_end_reported"), (call.Status, call.ErrorCode));
    }

    private async Task IntendAsync() => Assert.Single(await _world.IntendAsync(DialWorld.First, worker: 0, permits: 1));

    private void Answer(ModelRequest request)
    {
        _world.Provider.Take(request);
        request.Hear(request.Reply!);
    }
}
