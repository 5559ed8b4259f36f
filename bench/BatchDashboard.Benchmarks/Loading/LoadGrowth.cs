namespace BatchDashboard.Benchmarks.Loading;

/// <summary>P9: what a million rows take, in files of 100,000, a million and four million.</summary>
internal static class LoadGrowth
{
    private static readonly int[] Sizes = [100_000, 1_000_000, 4_000_000];
    private const int Rounds = 5;

    public static async Task<int> RunAsync()
    {
        var files = new List<RecipientFile>();
        foreach (var rows in Sizes)
            files.Add(await RecipientFile.WriteAsync(rows));
        try
        {
            var ratios = new List<double>();
            for (var round = 1; round <= Rounds; round++)
                ratios.Add(await RoundAsync(files, round));
            Console.WriteLine($"P9: the dearest million takes {ratios.Order().ElementAt(Rounds / 2):F2} times the cheapest (median)");
            return 0;
        }
        finally
        {
            files.ForEach(file => file.Dispose());
        }
    }

    private static async Task<double> RoundAsync(List<RecipientFile> files, int round)
    {
        Console.WriteLine($"round {round}");
        var costs = new List<double>();
        foreach (var file in files)
        {
            // The million before is not measured: it pays for what a process pays once.
            var run = (await Contestants.LoadAsync(files[1], file))[^1];
            costs.Add(run.Seconds * 1e6 / file.Rows);
            Console.WriteLine(
                $"  {file.Rows,9:N0} rows {costs[^1],6:F2} s per million, {run.CpuSeconds * 1e6 / file.Rows:F2} CPU s, peak {run.PeakMegabytes:F0} MB");
        }

        return costs.Max() / costs.Min();
    }
}
