using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Compliance.CallingHours;

/// <summary>
/// Answers for the recipients of one batch whether it is a good time on their own clocks. A number that may be in several
/// zones is called only when the hours hold in all of them.
/// </summary>
/// <remarks>Remembers its answers for each set of zones, so that a million rows ask for little; not safe for two threads.</remarks>
public sealed class CallingClock
{
    /// <summary>How far ahead an opening is looked for; a longer blackout is looked at again then.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(15);

    private readonly WeeklyHours _hours;
    private readonly HashSet<DateOnly> _blackouts;
    private readonly string[] _fallback;
    private readonly NumberZones _numbers;
    private readonly Dictionary<string, (DateTimeOffset From, CallingAnswer Answer)> _answers = [];

    /// <param name="installation">The hours of a batch that has none of its own.</param>
    public CallingClock(CallingRules rules, WeeklyHours installation, NumberZones numbers)
    {
        // Rules are checked before they are stored.
        _hours = rules.Hours is { } own ? WeeklyHours.Parse(own).Value : installation;
        _blackouts = [.. rules.BlackoutDates];
        _fallback = rules.FallbackZone is { } zone ? [zone] : [];
        _numbers = numbers;
    }

    /// <summary>Any time is good for anybody.</summary>
    public bool IsOff => _hours.IsOff && _blackouts.Count == 0;

    /// <param name="zone">IANA name that the recipient's own <c>timezone</c> gives; null: the number tells.</param>
    public CallingAnswer Ask(PhoneNumber number, string? zone, DateTimeOffset now)
    {
        if (IsOff)
            return new CallingAnswer(null, now, []);
        var zones = zone is not null ? [zone] : _numbers.Of(number);
        return Ask(zones, now) is { } answer ? answer
            : _fallback.Length > 0 && Ask(_fallback, now) is { } other ? other
            : new CallingAnswer(HoldCodes.ZoneUnknown, now + Horizon, zones);
    }

    /// <summary>Null when the zones do not help: there is none, or the hours never hold in all of them at once.</summary>
    internal CallingAnswer? Ask(IReadOnlyList<string> names, DateTimeOffset now)
    {
        var key = string.Join('|', names);
        if (!_answers.TryGetValue(key, out var known) || now < known.From || now >= known.Answer.Next)
            _answers[key] = known = (now, Work(names, now));
        return known.Answer.Zones.Count > 0 ? known.Answer : null;
    }

    private CallingAnswer Work(IReadOnlyList<string> names, DateTimeOffset now)
    {
        var zones = new List<TimeZoneInfo>(names.Count);
        foreach (var name in names)
        {
            if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
                zones.Add(zone);
        }

        // Hours are in whole minutes, and so are the clocks of all zones.
        var minute = now.AddTicks(-(now.UtcTicks % TimeSpan.TicksPerMinute));
        if (zones.Count == names.Count && zones.Count > 0)
        {
            if (IsOpen(zones, minute))
                return new CallingAnswer(null, minute.AddMinutes(1), names);
            for (var next = minute.AddMinutes(1); next < minute + Horizon; next = next.AddMinutes(1))
            {
                if (IsOpen(zones, next))
                    return new CallingAnswer(HoldCodes.OutsideHours, next, names);
            }

            if (_blackouts.Count > 0)
                return new CallingAnswer(HoldCodes.OutsideHours, minute + Horizon, names);
        }

        return new CallingAnswer(HoldCodes.ZoneUnknown, minute + Horizon, []);
    }

    private bool IsOpen(List<TimeZoneInfo> zones, DateTimeOffset at)
    {
        foreach (var zone in zones)
        {
            var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
            if (!_hours.Contains(local) || _blackouts.Contains(DateOnly.FromDateTime(local)))
                return false;
        }

        return true;
    }
}
