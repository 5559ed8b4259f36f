using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Tests.Dispatching.Model;

/// <summary>One run through a <see cref="DialWorld"/>: takes the steps, and looks after each whether anything is wrong.</summary>
internal sealed class DialRun(DialWorld world)
{
    /// <summary>Enough for every call to end, each round being longer than any patience.</summary>
    private const int MostRounds = 12;

    private static readonly int[] Waits = [1, 5, 12, 16, 31, 120, 1000];

    private readonly Dictionary<long, CallStatus> _final = [];

    /// <summary>Numbers that an operator has decided to call again.</summary>
    private readonly HashSet<string> _again = [];

    private ModelProvider Provider => world.Provider;

    public async Task RunAsync(bool honoursKeys, IEnumerable<(DialStep Step, int Which)> steps)
    {
        await world.ResetAsync(honoursKeys);
        foreach (var (step, which) in steps)
        {
            await TakeAsync(step, which);
            await world.SettleAsync();
            await CheckAsync();
        }

        await ComeToAnEndAsync();
    }

    private async Task TakeAsync(DialStep step, int which)
    {
        var batch = which % 2 == 0 ? DialWorld.First : DialWorld.Second;
        switch (step)
        {
            case DialStep.Intend:
                await IntendAsync(batch, which);
                break;
            case DialStep.Send:
                await SendAsync(which % 2);
                break;
            case DialStep.Arrive when Pick(world.CanArrive, which) is { } request:
                Provider.Take(request);
                break;
            case DialStep.Refuse when Pick(world.CanArrive, which) is { } request:
                ModelProvider.Refuse(request, which);
                break;
            case DialStep.Answer when Pick(r => r is { IsOver: false, Reply: not null }, which) is { } request:
                request.Hear(request.Reply!);
                break;
            case DialStep.LoseReply when Pick(r => r is { IsOver: false, Reply: not null }, which) is { } request:
                ModelProvider.Lose(request);
                break;
            case DialStep.LoseRequest when Pick(world.CanArrive, which) is { } request:
                ModelProvider.Lose(request);
                break;
            case DialStep.Wait:
                world.Wait(TimeSpan.FromSeconds(Waits[which % Waits.Length]));
                break;
            case DialStep.Watch:
                await world.WatchAsync(which % 6);
                break;
            case DialStep.GoOn when Pick(Provider.Calls, call => call.IsLive, which) is { } call:
                call.GoOn();
                break;
            case DialStep.Report when Pick(Provider.Calls, _ => true, which) is { } call:
                world.Report(call.Report);
                break;
            case DialStep.ReportLate when Pick(Provider.Calls, _ => true, which) is { } call:
                world.Report(call.ReportOf(CallStatus.Ringing));
                break;
            case DialStep.Pause:
                await world.PauseAsync((await world.BatchesAsync())[batch - 1]);
                break;
            case DialStep.Resume:
                await world.ResumeAsync((await world.BatchesAsync())[batch - 1]);
                break;
            case DialStep.Cancel:
                await world.CancelAsync((await world.BatchesAsync())[batch - 1]);
                break;
            case DialStep.Finish:
                await world.FinishAsync(batch);
                break;
            case DialStep.WasCalled when await InReviewAsync(which) is { } call:
                await world.WasCalledAsync(call);
                break;
            case DialStep.CallAgain when await InReviewAsync(which) is { } call:
                _again.Add(call.ToNumber!);
                await world.CallAgainAsync(call);
                break;
            case DialStep.Crash:
                await world.CrashAsync();
                break;
            case DialStep.Away:
                Provider.IsAway = which % 2 == 0;
                break;
        }
    }

    private async Task IntendAsync(int batch, int which)
    {
        var row = (await world.BatchesAsync())[batch - 1];
        var intents = await world.IntendAsync(batch, worker: which / 2 % 2, permits: 1 + (which / 4 % 2));
        if (row.Paused || row.StopRequested)
            Assert.Empty(intents);
    }

    private async Task SendAsync(int worker)
    {
        var before = Provider.Requests.Count;
        if (world.Send(worker) is { } batch && (await world.BatchesAsync())[batch - 1] is { Paused: true } or { StopRequested: true })
            Assert.Equal(before, Provider.Requests.Count);
    }

    private async Task CheckAsync()
    {
        Assert.All(Provider.Calls.GroupBy(call => call.Placement.Key), dials => Assert.Single(dials));
        Assert.All(Provider.Calls.GroupBy(call => call.Placement.CallId), dials => Assert.Single(dials));
        Assert.All(
            Provider.Calls.Where(call => call.IsLive && !_again.Contains(call.Placement.To.E164)).GroupBy(call => call.Placement.To),
            live => Assert.Single(live));

        var calls = await world.CallsAsync();
        Assert.All(
            calls.Where(call => call.Status.IsInFlight() || call.Status == CallStatus.Review).GroupBy(call => call.ToNumber),
            taken => Assert.Single(taken));
        foreach (var batch in await world.BatchesAsync())
        {
            var own = calls.Where(call => new CallKey(call.Key).BatchNumber == batch.Number).ToList();
            Assert.All(
                Enum.GetValues<CallStatus>(),
                status => Assert.Equal(own.Count(call => call.Status == status), batch.Counts.Of(status)));
            Assert.Equal(await world.ReleasedAsync(batch.Number), batch.Released);
        }

        foreach (var call in calls.Where(call => call.Status.IsFinal()))
        {
            Assert.True(_final.TryAdd(call.Key, call.Status) || _final[call.Key] == call.Status, "What is final stays as it is.");
        }
    }

    /// <summary>Nothing fails any more, and operators decide: every call must end, and those that were dialled with what they were told.</summary>
    private async Task ComeToAnEndAsync()
    {
        Provider.IsAway = false;
        for (var round = 0; round < MostRounds && !(await world.CallsAsync()).TrueForAll(call => call.Status.IsFinal()); round++)
        {
            var batches = await world.BatchesAsync();
            foreach (var batch in batches)
            {
                await world.ResumeAsync(batch);
                await world.IntendAsync(batch.Number, worker: 0, permits: 9);
            }

            while (world.Send(worker: 0) is not null || world.Send(worker: 1) is not null)
            {
            }

            foreach (var request in Provider.Requests.Where(world.CanArrive).ToList())
                Provider.Take(request);
            Provider.Requests.ForEach(request => request.Hear(request.Reply ?? new(PlacementOutcome.Unknown)));
            await world.SettleAsync();
            foreach (var call in Provider.Calls)
            {
                while (call.IsLive)
                    call.GoOn();
                world.Report(call.Report);
            }

            await world.SettleAsync();
            world.Wait(TimeSpan.FromSeconds(1000));
            await world.WatchAsync(fate: 0);
            await world.SettleAsync();
            foreach (var call in (await world.CallsAsync()).Where(call => call.Status == CallStatus.Review))
                await world.WasCalledAsync(call);
            foreach (var batch in batches)
                await world.FinishAsync(batch.Number);
            await CheckAsync();
        }

        var left = (await world.CallsAsync()).Where(call => !call.Status.IsFinal());
        Assert.Equal("", string.Join(", ", left.Select(call => $"{new CallKey(call.Key).RowNumber} is {call.Status} {call.ErrorCode}")));
    }

    private ModelRequest? Pick(Func<ModelRequest, bool> fits, int which) => Pick(Provider.Requests, fits, which);

    private static T? Pick<T>(IEnumerable<T> all, Func<T, bool> fits, int which)
        where T : class
    {
        var fitting = all.Where(fits).ToList();
        return fitting.Count == 0 ? null : fitting[which % fitting.Count];
    }

    private async Task<Call?> InReviewAsync(int which) =>
        Pick(await world.CallsAsync(), call => call.Status == CallStatus.Review, which);
}
