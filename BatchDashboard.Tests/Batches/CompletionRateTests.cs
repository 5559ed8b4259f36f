using BatchDashboard.Core.Batches;
using BatchDashboard.Web.Batches;
using Microsoft.Extensions.Time.Testing;

namespace BatchDashboard.Tests.Batches;

public sealed class CompletionRateTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(9, 100, false)]
    [InlineData(10, 20, true)]
    [InlineData(89, 19, false)]
    [InlineData(90, 19, true)]
    [InlineData(90, 0, true)]
    public void It_is_known_after_twenty_calls_or_ninety_seconds(int seconds, int calls, bool isKnown)
    {
        var rate = Watch(40, (seconds, calls));

        Assert.Equal(isKnown, rate.PerMinute is not null);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(30)]
    [InlineData(600)]
    public void An_even_pace_is_told_as_it_is_from_the_beginning_on(int perMinute)
    {
        var rate = Watch(40, [.. Enumerable.Repeat((10, perMinute / 6), 30)]);

        Assert.Equal(perMinute, rate.PerMinute!.Value, 0.001);
        Assert.Equal(10, rate.TimeFor(10 * perMinute)!.Value.TotalMinutes, 0.001);
    }

    [Fact]
    public void What_was_two_minutes_ago_weighs_half()
    {
        // Long at ten a minute, then two minutes without any: half of the weight is old.
        var rate = Watch(0, [.. Enumerable.Repeat((60, 10), 60), (120, 0)]);

        Assert.Equal(5, rate.PerMinute!.Value, 0.01);
    }

    [Fact]
    public void It_falls_while_nobody_tells_anything()
    {
        var rate = Watch(0, [.. Enumerable.Repeat((60, 10), 60)]);

        _time.Advance(TimeSpan.FromMinutes(4));

        Assert.Equal(2.5, rate.PerMinute!.Value, 0.01);
    }

    [Fact]
    public void Calls_that_ended_before_it_watched_do_not_count()
    {
        var rate = Watch(5000, (120, 0));

        Assert.Equal(0, rate.PerMinute);
        Assert.Null(rate.TimeFor(10));
    }

    [Theory]
    [InlineData(10, 20, 100, "20/min, ≈ 5 min left")]
    [InlineData(10, 20, 19, "20/min, less than a minute left")]
    [InlineData(4, 3, 700, "3/min, ≈ 3 h 53 min left")]
    [InlineData(4, 3, 43_200, "3/min, ≈ 10 days left")]
    [InlineData(1, 1, 10, "calculating the time left…")]
    [InlineData(4, 0, 10, "no call has ended lately")]
    public void The_words_never_tell_seconds(int minutes, int perMinute, int left, string words)
    {
        var rate = Watch(0, [.. Enumerable.Repeat((60, perMinute), minutes)]);

        Assert.Equal(words, RateWords.Of(Running(left), rate));
    }

    [Fact]
    public void A_batch_that_is_not_dialled_has_no_time_left()
    {
        Assert.StartsWith("paused", RateWords.Of(Running(10) with { Paused = true }, null), StringComparison.Ordinal);
        Assert.Equal("being cancelled", RateWords.Of(Running(10) with { Paused = true, StopRequested = true }, null));
        Assert.Equal("the rows are being read", RateWords.Of(Running(10) with { Loaded = false }, null));
        Assert.Equal(
            "nothing is dialled right now",
            RateWords.Of(Running(10) with { Counts = new BatchCounts { Queued = 10 } }, null));
    }

    private CompletionRate Watch(int done, params (int Seconds, int Calls)[] steps)
    {
        var rate = new CompletionRate(_time);
        rate.Observe(done);
        foreach (var (seconds, calls) in steps)
        {
            _time.Advance(TimeSpan.FromSeconds(seconds));
            rate.Observe(done += calls);
        }

        return rate;
    }

    private static BatchSummary Running(int left) => new()
    {
        Number = 1,
        Id = new BatchId(Guid.Empty),
        Name = "May reminders",
        Status = BatchStatus.InProgress,
        Paused = false,
        StopRequested = false,
        Code = null,
        Reason = null,
        CreatedAt = default,
        CreatedBy = "tester",
        StartedAt = null,
        FinishedAt = null,
        Provider = "sandbox",
        Loaded = true,
        Chunked = false,
        Counts = new BatchCounts { Queued = left - 1, InProgress = 1 },
        Limits = new BatchLimits(null, null, 0, 0),
        Plan = null!,
    };
}
