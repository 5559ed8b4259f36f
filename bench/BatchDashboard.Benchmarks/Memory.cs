using System.Globalization;

namespace BatchDashboard.Benchmarks;

/// <summary>Memory as the system sees it.</summary>
internal static class Memory
{
    /// <summary>The most that a process has ever had in memory.</summary>
    public static double PeakMegabytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }
}
