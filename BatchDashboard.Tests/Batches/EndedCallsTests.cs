using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Web.Batches;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Tests.Batches;

public sealed class EndedCallsTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 12, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, "minute", 1)]
    [InlineData(59, "minute", 60)]
    [InlineData(60, "2 minutes", 31)]
    [InlineData(600, "15 minutes", 41)]
    [InlineData(3000, "hour", 51)]
    [InlineData(80_000, "day", 56)]
    [InlineData(500_000, "6 days", 58)]
    public void There_are_at_most_sixty_bars_however_long_it_took(int minutes, string width, int bars)
    {
        var calls = Calls((CallStatus.Completed, 0, null), (CallStatus.Failed, minutes, null));

        var (span, inTime) = calls.InTime(60);

        Assert.Equal(width, ChartWords.Of(span));
        Assert.InRange(inTime.Count, Math.Max(1, bars - 1), Math.Min(60, bars + 1));
        Assert.Equal(2, inTime.Sum(bar => bar.Counts.Sum()));
        Assert.All(inTime.Zip(inTime.Skip(1)), pair => Assert.Equal(span, pair.Second.From - pair.First.From));
    }

    [Fact]
    public void The_bars_are_made_up_of_outcomes_and_leave_no_minute_out()
    {
        var calls = Calls((CallStatus.Busy, 3, null), (CallStatus.Completed, 0, 60), (CallStatus.Completed, 0, 5), (CallStatus.Failed, 0, null));

        var bars = ChartWords.Bars(calls.InTime(60).Bars, new Clocks(TimeZoneInfo.Utc));

        Assert.Equal(["09:00", "09:01", "09:02", "09:03"], bars.Select(bar => bar.Label));
        Assert.Equal([2, 0, 0, 0, 1, 0], bars[0].Counts);
        Assert.Equal([0, 0, 0, 1, 0, 0], bars[3].Counts);
        Assert.Equal(4, calls.Count);
    }

    [Fact]
    public void Every_duration_is_in_one_range()
    {
        var calls = Calls([.. new int?[] { 0, 9, 10, 59, 60, 1199, 1200, 9000, null }.Select(seconds => (CallStatus.Completed, 0, seconds))]);

        var bars = ChartWords.Bars(calls.Durations);

        Assert.Equal(
            ["under 0:10: 2", "0:10–0:30: 1", "0:30–1:00: 1", "1:00–2:00: 1", "2:00–5:00: 0", "5:00–10:00: 0", "10:00–20:00: 1", "20:00 and longer: 2"],
            bars.Select(bar => $"{bar.Label}: {bar.Total}"));
    }

    [Fact]
    public void No_calls_make_no_bars() => Assert.Empty(Calls().InTime(60).Bars);

    private static EndedCalls Calls(params (CallStatus Outcome, int Minute, int? Seconds)[] ended)
    {
        var calls = new EndedCalls(ended.Length);
        foreach (var (outcome, minute, seconds) in ended)
            calls.Add(outcome, Start.AddMinutes(minute).UtcTicks, seconds * TimeSpan.TicksPerSecond);
        return calls;
    }
}
