namespace BatchDashboard.Benchmarks;

/// <summary>
/// Two ways to do the same work, run by turns in one process, so that a busy machine slows both: what counts is the
/// median of the ratios of neighbours.
/// </summary>
internal sealed record Duel(double Ratio, double CpuRatio, TimeSpan A, TimeSpan B, TimeSpan CpuA, TimeSpan CpuB)
{
    private const int Rounds = 7;

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(1);

    public static Duel Fight(Action a, Action b)
    {
        WarmUp(a);
        WarmUp(b);
        var rounds = Enumerable.Range(0, Rounds).Select(_ => (A: Time(a), B: Time(b))).ToArray();
        return new Duel(
            Median(rounds.Select(round => round.B.Wall / round.A.Wall)),
            Median(rounds.Select(round => round.B.Cpu / round.A.Cpu)),
            TimeSpan.FromSeconds(Median(rounds.Select(round => round.A.Wall.TotalSeconds))),
            TimeSpan.FromSeconds(Median(rounds.Select(round => round.B.Wall.TotalSeconds))),
            rounds.Aggregate(TimeSpan.Zero, (sum, round) => sum + round.A.Cpu),
            rounds.Aggregate(TimeSpan.Zero, (sum, round) => sum + round.B.Cpu));
    }

    public static string Heading(string a, string b) =>
        $"{"",-30} {a + "/s",12} {b + "/s",12} {"ratio",7} {"by CPU",7} {"CPU s " + a,14} {"CPU s " + b,14}";

    public string Row(string name, int items) => $"{name,-30} {items / A.TotalSeconds,12:N0} "
        + $"{items / B.TotalSeconds,12:N0} {Ratio,7:F1} {CpuRatio,7:F1} "
        + $"{CpuA.TotalSeconds,14:F2} {CpuB.TotalSeconds,14:F2}";

    /// <summary>Until the code has been compiled as well as it will ever be.</summary>
    private static void WarmUp(Action work)
    {
        for (var spent = TimeSpan.Zero; spent < Warm; spent += Time(work).Wall)
        {
        }
    }

    private static (TimeSpan Wall, TimeSpan Cpu) Time(Action work)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var start = TimeProvider.System.GetTimestamp();
        work();
        return (TimeProvider.System.GetElapsedTime(start), Environment.CpuUsage.TotalTime - cpu);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
