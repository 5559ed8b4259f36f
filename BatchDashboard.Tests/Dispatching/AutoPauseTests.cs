using BatchDashboard.Core.Dispatching;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Tests.Dispatching;

public sealed class AutoPauseTests
{
    [Fact]
    public void More_than_the_share_of_a_full_window_is_too_much()
    {
        var pause = Of(percent: 50, window: 4);
        var (text, problem) = pause.Add("", [Failed(1), Fine(2), Failed(3)]);
        Assert.Null(problem);
        (text, problem) = pause.Add(text, [Fine(4)]);
        Assert.Null(problem);
        // The first one is forgotten, and three of the last four have failed.
        (_, problem) = pause.Add(text, [Failed(5), Failed(6)]);
        Assert.Equal(AutoPause.Code, problem!.Code);
        Assert.Equal(
            "3 of the last 4 calls failed, and more than 50 % pause the batch: no_such_number 3 times, such as row 3, 5, 6. " +
            "Look at them, and resume the batch when the cause is gone.",
            problem.Message);
    }

    [Fact]
    public void The_window_is_no_longer_than_it_is_set()
    {
        var (text, _) = Of(percent: 50, window: 3).Add("", Enumerable.Range(1, 1000).Select(Fine));
        Assert.Equal(". . .", text);
    }

    [Theory]
    [InlineData(0, 50)]
    [InlineData(50, 0)]
    public void Nothing_switches_it_off(int percent, int window) => Assert.True(Of(percent, window).IsOff);

    private static EndedCall Failed(int row) => new(row, "no_such_number");

    private static EndedCall Fine(int row) => new(row, null);

    private static AutoPause Of(int percent, int window) =>
        new(Options.Create(new DispatchOptions { AutoPausePercent = percent, AutoPauseWindow = window }));
}
