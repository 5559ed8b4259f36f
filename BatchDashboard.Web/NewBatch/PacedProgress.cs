namespace BatchDashboard.Web.NewBatch;

/// <summary>Passes on at most four reports a second, on the thread they come from.</summary>
internal sealed class PacedProgress(TimeProvider time, Action<int> show) : IProgress<int>
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private long _shown = time.GetTimestamp();

    public void Report(int value)
    {
        if (time.GetElapsedTime(_shown) < Pause)
            return;
        _shown = time.GetTimestamp();
        show(value);
    }
}
