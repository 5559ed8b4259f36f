namespace BatchDashboard.Benchmarks;

internal static class LoadGrowth
{
    public static Task<int> RunAsync() => Task.FromResult(0);
}
