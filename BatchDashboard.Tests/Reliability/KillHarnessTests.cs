using Xunit.Abstractions;

namespace BatchDashboard.Tests.Reliability;

/// <summary>The short runs; <c>bench/</c> has the long one, whose result is in docs/reliability.md.</summary>
public sealed class KillHarnessTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Killed_a_hundred_times_nobody_is_called_twice_and_nobody_is_lost(int seed)
    {
        var report = await KillHarness.RunAsync(new KillPlan(Recipients: 200, Kills: 100, seed));

        output.WriteLine(report.ToString());
        Assert.Equal((0, 0, 0), (report.Twice, report.Lost, report.Miscounted));
        Assert.All(report.AtFaultPoints, step => Assert.InRange(step.Value, 1, report.Kills));
        // One request in twenty is lost, and kills leave more in doubt; if nothing is, nothing was tried.
        Assert.InRange(report.InReview, 1, report.Recipients / 2);
    }

    [Fact]
    public async Task Without_intents_before_requests_the_harness_finds_people_who_are_called_twice()
    {
        var report = await KillHarness.RunAsync(new KillPlan(Recipients: 100, Kills: 30, Seed: 3, ForgetsIntents: true));

        output.WriteLine(report.ToString());
        Assert.True(report.Twice > 0);
    }
}
