namespace BatchDashboard.Core.Dispatching.Rates;

/// <summary>
/// How fast a provider lets us call: each time it asks us to slow down, seven tenths of before, and then a tenth more each
/// second, until it is as fast as it was.
/// </summary>
internal sealed class ProviderPace(TimeProvider time)
{
    private const double Less = 0.7;
    private const double MoreEachSecond = 1.1;
    private const double Slowest = 0.2;

    /// <summary>Refusals of requests that were under way at the same time are one.</summary>
    private static readonly TimeSpan OneRefusal = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private double _slowedTo;
    private double _before;
    private long? _slowedAt;

    /// <summary>Calls per second now; 0 for no limit.</summary>
    /// <param name="usual">The limit without any slowing down; 0 for none.</param>
    public double Limit(double usual)
    {
        lock (_lock)
        {
            if (_slowedAt is not { } at)
                return usual;
            var now = Now(at);
            if (now >= _before)
            {
                _slowedAt = null;
                return usual;
            }

            return usual > 0 ? Math.Min(usual, now) : now;
        }
    }

    /// <param name="rate">Calls per second when the provider asked to slow down.</param>
    public void SlowDown(double rate)
    {
        lock (_lock)
        {
            if (_slowedAt is { } at)
            {
                if (time.GetElapsedTime(at) < OneRefusal)
                    return;
                rate = Now(at);
            }
            else
            {
                _before = rate;
            }

            _slowedTo = Math.Max(Slowest, rate * Less);
            _slowedAt = time.GetTimestamp();
        }
    }

    private double Now(long slowedAt) =>
        Math.Min(_before, _slowedTo * Math.Pow(MoreEachSecond, time.GetElapsedTime(slowedAt).TotalSeconds));
}
