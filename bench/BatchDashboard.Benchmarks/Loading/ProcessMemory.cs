using System.Globalization;

namespace BatchDashboard.Benchmarks.Loading;

/// <summary>The memory of a process as Linux accounts for it.</summary>
internal static class ProcessMemory
{
    /// <summary>The most that the process has had in memory, ever or since the peak was reset.</summary>
    public static double PeakMegabytes(int process) => Read(process, "VmHWM:");

    /// <summary>Forgets the peak so far; returns what the process has in memory now.</summary>
    public static double ResetPeak(int process)
    {
        File.WriteAllText($"/proc/{process}/clear_refs", "5");
        return Read(process, "VmRSS:");
    }

    private static double Read(int process, string what)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(what, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }
}
