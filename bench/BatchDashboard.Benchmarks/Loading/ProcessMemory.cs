using System.Globalization;

namespace BatchDashboard.Benchmarks.Loading;

/// <summary>The memory of a process as Linux accounts for it.</summary>
internal static class ProcessMemory
{
    /// <summary>The most that the process has ever had in memory.</summary>
    public static double PeakMegabytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }
}
