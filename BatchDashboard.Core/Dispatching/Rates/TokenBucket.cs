namespace BatchDashboard.Core.Dispatching.Rates;

/// <summary>Calls per second: permits come at the rate and gather for a tenth of a second at most, so that no second sees more than its share.</summary>
internal sealed class TokenBucket(TimeProvider time)
{
    /// <summary>In seconds; some rates are so low that the time has no number.</summary>
    private const double LongestForecast = 3600;

    private readonly Lock _lock = new();
    private long _filledAt = time.GetTimestamp();
    private double _permits;

    /// <param name="rate">Per second; 0 for no limit. It may change from call to call.</param>
    public int Take(double rate, int wanted)
    {
        if (rate == 0)
            return wanted;
        lock (_lock)
        {
            Fill(rate);
            var taken = Math.Min(wanted, (int)_permits);
            _permits -= taken;
            return taken;
        }
    }

    public void Return(int permits)
    {
        lock (_lock)
            _permits += permits;
    }

    /// <summary>How long until there is a whole permit again.</summary>
    public TimeSpan UntilNext(double rate)
    {
        if (rate == 0)
            return TimeSpan.Zero;
        lock (_lock)
        {
            Fill(rate);
            return TimeSpan.FromSeconds(Math.Min(LongestForecast, Math.Max(0, 1 - _permits) / rate));
        }
    }

    private void Fill(double rate)
    {
        var now = time.GetTimestamp();
        var most = Math.Max(1, rate / 10);
        _permits = Math.Min(most, _permits + (time.GetElapsedTime(_filledAt, now).TotalSeconds * rate));
        _filledAt = now;
    }
}
