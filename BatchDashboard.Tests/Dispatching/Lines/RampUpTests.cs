using BatchDashboard.Core.Dispatching.Lines;

namespace BatchDashboard.Tests.Dispatching.Lines;

public sealed class RampUpTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(50, 0.55)]
    [InlineData(100, 1)]
    [InlineData(500, 1)]
    [InlineData(-5, 0.1)]
    public void Limits_grow_evenly_from_a_tenth_to_the_whole(int seconds, double part) =>
        Assert.Equal(part, RampUp.Part(Start, TimeSpan.FromSeconds(100), Start.AddSeconds(seconds)), precision: 9);

    [Fact]
    public void Without_a_length_they_hold_at_once_and_before_the_first_call_it_is_a_tenth()
    {
        Assert.Equal(1, RampUp.Part(null, TimeSpan.Zero, Start));
        Assert.Equal(0.1, RampUp.Part(null, TimeSpan.FromSeconds(100), Start));
    }

    [Theory]
    [InlineData(5, 0.1, 1)]
    [InlineData(100, 0.55, 55)]
    [InlineData(int.MaxValue, 0.1, int.MaxValue)]
    public void There_is_always_one_line(int limit, double part, int lines) => Assert.Equal(lines, RampUp.Of(limit, part));
}
