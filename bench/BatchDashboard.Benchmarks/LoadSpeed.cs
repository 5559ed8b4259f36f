using System.Globalization;

namespace BatchDashboard.Benchmarks;

/// <summary>P1: a million rows into a launched batch, side by side with <c>sqlite3 .import</c> of the same file.</summary>
internal static class LoadSpeed
{
    private const int Rows = 1_000_000;
    private const int Rounds = 5;

    public static async Task<int> RunAsync()
    {
        if (!await Runs.HasSqliteAsync())
        {
            Console.Error.WriteLine("The sqlite3 command-line tool is missing, so there is nothing to compare with. Install it and run again.");
            return 1;
        }

        using var file = await TemporaryFile.OfRecipientsAsync(Rows);
        var ratios = new List<double>();
        for (var round = 1; round <= Rounds; round++)
        {
            var import = await Runs.ImportAsync(file.Path, Rows);
            var load = await Runs.LoadAsync(file.Path, Rows);
            ratios.Add(import.Seconds / load.Seconds);
            Say($"""
                round {round}: ratio {ratios[^1]:F2}
                  load    {Rows / load.Seconds,9:N0} rows/s, {load.CpuSeconds:F2} CPU s, peak {load.PeakMegabytes:F0} MB
                  .import {Rows / import.Seconds,9:N0} rows/s, {import.CpuSeconds:F2} CPU s
                """);
        }

        Say($"P1: median ratio {ratios.Order().ElementAt(Rounds / 2):F2} of .import");
        return 0;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
