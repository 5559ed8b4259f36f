using BatchDashboard.Core.Dispatching.Rates;
using Microsoft.Extensions.Time.Testing;

namespace BatchDashboard.Tests.Dispatching.Rates;

public sealed class FairTurnsTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly FairTurns _turns;

    public FairTurnsTests() => _turns = new FairTurns(_time);

    [Fact]
    public void Whoever_asks_more_often_gets_no_more()
    {
        int[] taken = [Take(0, wanted: 1), Take(1, wanted: 1)];
        for (var round = 0; round < 1000; round++)
        {
            // The first has four slices.
            foreach (var batch in (int[])[0, 0, 0, 0, 1])
                taken[batch] += Take(batch, wanted: 1);
        }

        Assert.InRange(taken[0] - taken[1], -5, 5);
    }

    [Fact]
    public void A_batch_that_comes_later_gets_half_from_then_on_and_no_arrears()
    {
        for (var round = 0; round < 100; round++)
            Take(0, wanted: 10);
        int[] taken = [0, 0];
        for (var round = 0; round < 100; round++)
        {
            foreach (var batch in (int[])[0, 1])
                taken[batch] += Take(batch, wanted: 10);
        }

        Assert.True(taken[1] > 0);
        Assert.InRange(taken[0] - taken[1], -10, 10);
    }

    [Fact]
    public void A_higher_priority_is_served_alone_and_keeps_nobody_waiting_when_it_is_gone()
    {
        Assert.Equal(1, Take(0, wanted: 1));
        Assert.Equal(1, Take(1, wanted: 1, priority: 5));
        Assert.Equal(0, Take(0, wanted: 1));
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(1, Take(0, wanted: 1));
    }

    [Fact]
    public void Whoever_cannot_use_what_it_took_keeps_nobody_waiting()
    {
        for (var round = 0; round < 100; round++)
        {
            Take(0, wanted: 5);
            _turns.Leave(0);
            Assert.Equal(5, Take(1, wanted: 5));
        }
    }

    private int Take(int batch, int wanted, int priority = 0)
    {
        var taken = _turns.Ask(batch, priority, wanted, lead: 5);
        _turns.Took(batch, taken);
        return taken;
    }
}
