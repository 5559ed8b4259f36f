using BatchDashboard.Core.Webhooks;

namespace BatchDashboard.Tests.Webhooks;

public sealed class RetryScheduleTests
{
    [Fact]
    public void A_message_is_tried_eight_times_over_a_day()
    {
        double?[] waits = [.. Enumerable.Range(1, 8).Select(tries => RetrySchedule.WaitAfter(tries, null, 0.5)?.TotalSeconds)];

        Assert.Equal([1, 3, 10, 30, 600, 7_200, 75_600, null], waits);
    }

    [Theory]
    [InlineData(0, 8)]
    [InlineData(1, 12)]
    public void Waits_differ_by_a_fifth(double random, double seconds) =>
        Assert.Equal(seconds, RetrySchedule.WaitAfter(3, null, random)!.Value.TotalSeconds, precision: 6);

    [Theory]
    [InlineData(60, 60)]
    [InlineData(5, 10)]
    [InlineData(-5, 10)]
    [InlineData(1_000_000, 86_400)]
    public void A_receiver_may_ask_for_more_time_up_to_a_day_and_not_for_less(double asked, double seconds) =>
        Assert.Equal(seconds, RetrySchedule.WaitAfter(3, TimeSpan.FromSeconds(asked), 0.5)!.Value.TotalSeconds);
}
