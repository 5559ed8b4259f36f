namespace BatchDashboard.Benchmarks;

/// <summary>What one run took.</summary>
internal sealed record Measured(double Seconds, double CpuSeconds, double PeakMegabytes);
