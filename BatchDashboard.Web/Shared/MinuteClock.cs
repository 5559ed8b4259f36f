namespace BatchDashboard.Web.Shared;

/// <summary>Ticks twice a minute for all relative times of one circuit, so that "2 minutes ago" stays true.</summary>
public sealed class MinuteClock(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    private ITimer? _timer;

    /// <summary>Raised on a thread of the pool; the first subscription starts the clock.</summary>
    public event Action Ticked
    {
        add
        {
            _ticked += value;
            _timer ??= time.CreateTimer(_ => _ticked?.Invoke(), null, Period, Period);
        }
        remove => _ticked -= value;
    }

    private Action? _ticked;

    public void Dispose() => _timer?.Dispose();
}
