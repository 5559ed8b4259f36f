using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.Dispatching.Rates;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace BatchDashboard.Tests.Dispatching.Rates;

/// <summary>Ten seconds in which every batch asks ten times a second for as much as it can get.</summary>
public sealed class CallRatesTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task A_batch_that_is_slow_by_a_limit_of_its_own_holds_nobody_up(int priority)
    {
        await using var core = await CoreHost.OpenAsync(_scratch.Root, ("Dispatch:MaxCallsPerSecond", "50"));
        var slow = await BatchAsync(core, draft => (draft.MaxCallsPerSecond, draft.Priority) = (1, priority));
        var quick = await BatchAsync(core, _ => { });

        var taken = Take(core, slow, quick);

        Assert.InRange(taken[slow], 9, 11);
        Assert.InRange(taken[quick], 480, 500);
    }

    [Fact]
    public async Task Batches_of_a_slow_provider_share_its_rate()
    {
        await using var core = await CoreHost.OpenAsync(
            _scratch.Root, ("Dispatch:MaxCallsPerSecond", "50"), ("Dispatch:Providers:sandbox:MaxCallsPerSecond", "10"));
        var one = await BatchAsync(core, _ => { });
        var other = await BatchAsync(core, _ => { });

        var taken = Take(core, one, other);

        Assert.InRange(taken[one], 45, 55);
        Assert.InRange(taken[other], 45, 55);
    }

    [Fact]
    public async Task At_a_slow_provider_the_higher_priority_comes_first()
    {
        await using var core = await CoreHost.OpenAsync(
            _scratch.Root, ("Dispatch:MaxCallsPerSecond", "50"), ("Dispatch:Providers:sandbox:MaxCallsPerSecond", "10"));
        var low = await BatchAsync(core, _ => { });
        var high = await BatchAsync(core, draft => draft.Priority = 1);

        var taken = Take(core, low, high);

        Assert.InRange(taken[low], 0, 2);
        Assert.InRange(taken[high], 95, 100);
    }

    public void Dispose() => _scratch.Dispose();

    private static Dictionary<Batch, int> Take(CoreHost core, params Batch[] batches)
    {
        var time = new FakeTimeProvider();
        var rates = new CallRates(core.Service<DialLimits>(), time);
        var taken = batches.ToDictionary(batch => batch, _ => 0);
        for (var tenth = 0; tenth < 100; tenth++)
        {
            time.Advance(TimeSpan.FromSeconds(0.1));
            foreach (var batch in batches)
                taken[batch] += rates.Take(DialState.Of(batch), 50);
        }

        return taken;
    }

    private static async Task<Batch> BatchAsync(CoreHost core, Action<BatchDraft> change)
    {
        var id = await core.LaunchAsync(CoreHost.Numbers(1), change);
        await using var context = await core.Service<Database>().ReadAsync(default);
        return await context.Batches.AsNoTracking().SingleAsync(batch => batch.Id == id);
    }
}
