using BatchDashboard.Core.Dispatching.Rates;
using Microsoft.Extensions.Time.Testing;

namespace BatchDashboard.Tests.Dispatching.Rates;

public sealed class TokenBucketTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void No_second_sees_more_than_its_share_and_a_tenth()
    {
        var bucket = new TokenBucket(_time);
        var taken = 0;
        _time.Advance(TimeSpan.FromMinutes(1));

        for (var tick = 0; tick < 1000; tick++)
        {
            taken += bucket.Take(50, 1000);
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.InRange(taken, 50, 55);
    }

    [Fact]
    public void A_slow_rate_gives_one_permit_when_its_time_has_come()
    {
        var bucket = new TokenBucket(_time);

        Assert.Equal(0, bucket.Take(0.5, 1));
        Assert.Equal(TimeSpan.FromSeconds(2), bucket.UntilNext(0.5));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, bucket.Take(0.5, 10));
    }

    [Fact]
    public void The_wait_for_a_rate_next_to_nothing_is_still_a_time() =>
        Assert.Equal(TimeSpan.FromHours(1), new TokenBucket(_time).UntilNext(1e-28));

    [Fact]
    public void What_was_not_used_can_be_taken_again()
    {
        var bucket = new TokenBucket(_time);
        _time.Advance(TimeSpan.FromSeconds(1));
        var taken = bucket.Take(50, 5);

        bucket.Return(3);

        Assert.Equal(5, taken);
        Assert.Equal(3, bucket.Take(50, 50));
    }

    [Fact]
    public void Without_a_rate_there_is_no_limit() => Assert.Equal(1000, new TokenBucket(_time).Take(0, 1000));
}
