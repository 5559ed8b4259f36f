namespace BatchDashboard.Benchmarks.Loading;

/// <summary>P1: a million rows into a launched batch, side by side with <c>sqlite3 .import</c> of the same file.</summary>
internal static class LoadSpeed
{
    private const int Rows = 1_000_000;
    private const int Rounds = 5;

    public static async Task<int> RunAsync()
    {
        if (!await Contestants.HasSqliteAsync())
        {
            Console.Error.WriteLine("The sqlite3 command-line tool is missing, so there is nothing to compare with. Install it and run again.");
            return 1;
        }

        using var file = await RecipientFile.WriteAsync(Rows);
        var ratios = new List<(double First, double Later)>();
        for (var round = 1; round <= Rounds; round++)
        {
            var before = await Contestants.ImportAsync(file);
            var loads = await Contestants.LoadAsync(file, file);
            var after = await Contestants.ImportAsync(file);
            ratios.Add((before.Seconds / loads[0].Seconds, after.Seconds / loads[1].Seconds));
            Console.WriteLine($"round {round}");
            Say(".import", before);
            Say("load, first of its process", loads[0], ratios[^1].First);
            Say("load, second", loads[1], ratios[^1].Later);
            Say(".import", after);
        }

        Console.WriteLine(
            $"P1: median ratio to .import {Median(ratios.Select(ratio => ratio.Later)):F2}, " +
            $"for the first load of a process {Median(ratios.Select(ratio => ratio.First)):F2}");
        return 0;
    }

    private static void Say(string what, Run run, double? ratio = null) => Console.WriteLine(
        $"  {what,-26} {Rows / run.Seconds,9:N0} rows/s {run.CpuSeconds,5:F2} CPU s" +
        (ratio is null ? "" : $"  ratio {ratio:F2}, peak {run.PeakMegabytes:F0} MB"));

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
