using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Batches;

/// <summary>When the calls of a batch ended, how, and how long they were.</summary>
/// <param name="settled">How many rows of the batch were settled when they were read: tells whether anything has changed since.</param>
public sealed class EndedCalls(int settled)
{
    private const int MinutesOfDay = 1440;

    /// <summary>How calls end; what was cancelled or skipped is none.</summary>
    public static readonly IReadOnlyList<CallStatus> Outcomes =
        [CallStatus.Completed, CallStatus.Voicemail, CallStatus.NoAnswer, CallStatus.Busy, CallStatus.Failed, CallStatus.Unknown];

    /// <summary>Where one range of durations ends and the next begins; the last has no end.</summary>
    public static readonly IReadOnlyList<TimeSpan> DurationLimits =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20),
    ];

    private static readonly int[] Widths = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, MinutesOfDay];

    private readonly SortedDictionary<long, int[]> _minutes = [];
    private readonly int[] _durations = new int[DurationLimits.Count + 1];

    public int Settled { get; } = settled;

    public int Count { get; private set; }

    /// <summary>Those that were answered, by how long they were; one more than there are limits.</summary>
    public IReadOnlyList<int> Durations => _durations;

    internal void Add(CallStatus outcome, long endedTicks, long? spokenTicks)
    {
        var minute = endedTicks / TimeSpan.TicksPerMinute;
        if (!_minutes.TryGetValue(minute, out var counts))
            _minutes[minute] = counts = new int[Outcomes.Count];
        counts[IndexOf(outcome)]++;
        Count++;
        if (spokenTicks is not { } spoken)
            return;
        var range = 0;
        while (range < DurationLimits.Count && spoken >= DurationLimits[range].Ticks)
            range++;
        _durations[range]++;
    }

    /// <summary>From the first end to the last without a gap, in spans as short as so few bars allow.</summary>
    public (TimeSpan Width, IReadOnlyList<OutcomesInTime> Bars) InTime(int most)
    {
        if (Count == 0)
            return (TimeSpan.FromMinutes(1), []);
        var (first, last) = (_minutes.Keys.First(), _minutes.Keys.Last());
        var width = WidthOf(first, last, most);
        var bars = Enumerable.Range(0, (int)((last / width) - (first / width)) + 1)
            .Select(index => (From: ((first / width) + index) * width, Counts: new int[Outcomes.Count])).ToArray();
        foreach (var (minute, counts) in _minutes)
        {
            var bar = bars[(int)((minute / width) - (first / width))].Counts;
            for (var outcome = 0; outcome < counts.Length; outcome++)
                bar[outcome] += counts[outcome];
        }

        return (
            TimeSpan.FromMinutes(width),
            [.. bars.Select(bar => new OutcomesInTime(new DateTimeOffset(bar.From * TimeSpan.TicksPerMinute, TimeSpan.Zero), bar.Counts))]);
    }

    private static int WidthOf(long first, long last, int most)
    {
        var width = Array.Find(Widths, minutes => (last / minutes) - (first / minutes) < most);
        for (var days = 2; width == 0; days++)
        {
            if ((last / (days * MinutesOfDay)) - (first / (days * MinutesOfDay)) < most)
                width = days * MinutesOfDay;
        }

        return width;
    }

    private static int IndexOf(CallStatus outcome)
    {
        for (var index = 0; index < Outcomes.Count; index++)
        {
            if (Outcomes[index] == outcome)
                return index;
        }

        throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "A call does not end so.");
    }
}
