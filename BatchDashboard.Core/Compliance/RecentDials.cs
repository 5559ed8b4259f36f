using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Compliance;

/// <summary>Numbers and when each was dialled: sixteen bytes a number, whatever their number.</summary>
internal sealed class RecentDials
{
    private readonly List<long> _numbers = [];
    private readonly List<long> _ticks = [];

    /// <summary>Takes the next number, which must be higher than the one before.</summary>
    public void Add(long digits, long utcTicks)
    {
        _numbers.Add(digits);
        _ticks.Add(utcTicks);
    }

    /// <summary>Null: it is none of them.</summary>
    public DateTimeOffset? Of(PhoneNumber number) =>
        _numbers.BinarySearch(number.Digits) is >= 0 and var index ? new DateTimeOffset(_ticks[index], TimeSpan.Zero) : null;
}
