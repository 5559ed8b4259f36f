namespace BatchDashboard.Benchmarks;

internal static class LoadMemory
{
    public static Task<int> RunAsync() => Task.FromResult(0);
}
