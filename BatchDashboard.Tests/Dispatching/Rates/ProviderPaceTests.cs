using BatchDashboard.Core.Dispatching.Rates;
using Microsoft.Extensions.Time.Testing;

namespace BatchDashboard.Tests.Dispatching.Rates;

public sealed class ProviderPaceTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_provider_that_asks_for_less_gets_seven_tenths_and_a_tenth_more_each_second()
    {
        var pace = new ProviderPace(_time);
        Assert.Equal(50, pace.Limit(50));
        pace.SlowDown(50);
        Assert.Equal(35, pace.Limit(50), precision: 6);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(38.5, pace.Limit(50), precision: 6);
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(50, pace.Limit(50));
    }

    [Fact]
    public void Refusals_at_the_same_time_are_one_and_later_ones_slow_it_down_further()
    {
        var pace = new ProviderPace(_time);
        pace.SlowDown(50);
        pace.SlowDown(50);
        Assert.Equal(35, pace.Limit(50), precision: 6);
        _time.Advance(TimeSpan.FromSeconds(1));
        pace.SlowDown(50);
        Assert.Equal(38.5 * 0.7, pace.Limit(50), precision: 6);
    }

    [Fact]
    public void It_never_stands_still_and_never_exceeds_a_limit_that_is_lowered_meanwhile()
    {
        var pace = new ProviderPace(_time);
        for (var refusal = 0; refusal < 100; refusal++)
        {
            pace.SlowDown(1);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(pace.Limit(1), 0.2, 0.3);
        Assert.Equal(0.1, pace.Limit(0.1));
    }

    [Fact]
    public void Without_any_limit_there_is_one_until_it_is_as_fast_as_before()
    {
        var pace = new ProviderPace(_time);
        Assert.Equal(0, pace.Limit(0));
        pace.SlowDown(50);
        Assert.Equal(35, pace.Limit(0), precision: 6);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(0, pace.Limit(0));
    }
}
