using BatchDashboard.Tests.Reliability;

namespace BatchDashboard.Benchmarks.Reliability;

/// <summary>The kill harness of the tests for as long as it is told; its results are in docs/reliability.md.</summary>
internal static class LongKillRun
{
    public static async Task<int> RunAsync(int kills, int recipients, int seed)
    {
        Console.WriteLine($"{kills:N0} kills over {recipients:N0} recipients, seed {seed}");
        var report = await KillHarness.RunAsync(new KillPlan(recipients, kills, seed), Console.WriteLine);
        Console.WriteLine(report);
        return report is { Twice: 0, Lost: 0, Miscounted: 0 } ? 0 : 1;
    }
}
