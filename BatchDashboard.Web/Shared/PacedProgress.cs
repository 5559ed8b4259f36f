using BatchDashboard.Core.Imports;

namespace BatchDashboard.Web.Shared;

/// <summary>Passes on at most four reports a second, with the rows per second since the start, on the thread they come from.</summary>
internal sealed class PacedProgress(TimeProvider time, Action<ImportProgress, double> show) : IProgress<ImportProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly long _started = time.GetTimestamp();
    private long _shown = time.GetTimestamp();

    public void Report(ImportProgress value)
    {
        if (time.GetElapsedTime(_shown) < Pause)
            return;
        _shown = time.GetTimestamp();
        show(value, value.Rows / time.GetElapsedTime(_started).TotalSeconds);
    }
}
