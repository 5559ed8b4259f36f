namespace BatchDashboard.Benchmarks.Loading;

/// <summary>What one run took; the peak is that of its process up to then.</summary>
internal sealed record Run(double Seconds, double CpuSeconds, double PeakMegabytes);
