namespace BatchDashboard.Core.Batches;

/// <summary>How many calls end per minute by now: what was seen two minutes ago weighs half of what is seen now.</summary>
public sealed class CompletionRate(TimeProvider time)
{
    /// <summary>So many ends tell enough, once they were watched for <see cref="ShortestWatch"/>.</summary>
    public const int EnoughCalls = 20;

    private const double HalfLifeMinutes = 2;

    /// <summary>After that time, what was seen tells enough, however little it was.</summary>
    public static readonly TimeSpan EnoughTime = TimeSpan.FromSeconds(90);

    /// <summary>Calls that began together end together: less than that tells nothing.</summary>
    public static readonly TimeSpan ShortestWatch = TimeSpan.FromSeconds(10);

    private readonly long _began = time.GetTimestamp();
    private long _last = time.GetTimestamp();
    private int? _done;
    private int _seen;
    private double _calls;
    private double _minutes;

    /// <summary>Null until enough was seen.</summary>
    public double? PerMinute
    {
        get
        {
            var watched = time.GetElapsedTime(_began);
            if (_done is null || (watched < EnoughTime && (_seen < EnoughCalls || watched < ShortestWatch)))
                return null;
            var (fading, weight) = Since(_last);
            return _calls * fading / ((_minutes * fading) + weight);
        }
    }

    /// <param name="done">All calls that have ended so far.</param>
    public void Observe(int done)
    {
        var ended = done - _done ?? 0;
        var (fading, weight) = Since(_last);
        var minutes = time.GetElapsedTime(_last).TotalMinutes;
        // They ended somewhere in between.
        _calls = (_calls * fading) + (ended * (minutes > 0 ? weight / minutes : 1));
        _minutes = (_minutes * fading) + weight;
        (_done, _seen, _last) = (done, _seen + ended, time.GetTimestamp());
    }

    /// <summary>How long so many calls will take at this rate; null while nothing can be told.</summary>
    public TimeSpan? TimeFor(int calls) => PerMinute is > 0 and var rate ? TimeSpan.FromMinutes(calls / rate) : null;

    /// <summary>How much is left of what was seen before a moment, and the weight of the time since then.</summary>
    private (double Fading, double Weight) Since(long moment)
    {
        var fading = Math.Pow(2, -time.GetElapsedTime(moment).TotalMinutes / HalfLifeMinutes);
        return (fading, (1 - fading) * HalfLifeMinutes / Math.Log(2));
    }
}
