using System.Globalization;
using System.Text.RegularExpressions;

namespace BatchDashboard.Core.Compliance.CallingHours;

/// <summary>
/// The hours of a week in which people may be called, on their own clocks: <c>08:00-21:00</c>, or
/// <c>mon-fri 09:00-20:00, sat 10:00-14:00</c>, or <c>off</c> for any time.
/// </summary>
/// <remarks>To the minute; the end is not in it. A day may have several ranges; a day without one has no hours.</remarks>
public sealed partial class WeeklyHours
{
    public const string OffText = "off";

    private const int MinutesOfDay = 24 * 60;

    private readonly IReadOnlyList<Range>[]? _days;

    private WeeklyHours(string text, IReadOnlyList<Range>[]? days) => (Text, _days) = (text, days);

    public static WeeklyHours Off { get; } = new(OffText, null);

    /// <summary>As it was written, with single spaces and in lower case.</summary>
    public string Text { get; }

    /// <summary>Any time is good.</summary>
    public bool IsOff => _days is null;

    public static Result<WeeklyHours> Parse(string text)
    {
        var entries = text.Trim().ToLowerInvariant().Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (entries is [OffText])
            return Off;
        if (entries.Length == 0)
            return Unreadable(text);

        var days = new List<Range>[7];
        for (var day = 0; day < days.Length; day++)
            days[day] = [];
        foreach (var entry in entries)
        {
            if (Entry().Match(entry) is not { Success: true } match || RangeOf(match) is not { } range)
                return Unreadable(entry);
            foreach (var day in DaysOf(match))
                days[day].Add(range);
        }

        return new WeeklyHours(string.Join(", ", entries.Select(entry => Spaces().Replace(entry, " "))), days);
    }

    /// <summary>Whether a clock that shows this may be called.</summary>
    public bool Contains(DateTime local)
    {
        if (_days is null)
            return true;
        var minute = (local.Hour * 60) + local.Minute;
        foreach (var range in _days[(int)local.DayOfWeek])
        {
            if (minute >= range.From && minute < range.To)
                return true;
        }

        return false;
    }

    public override string ToString() => Text;

    private static Range? RangeOf(Match match)
    {
        var from = Minute(match.Groups["h1"], match.Groups["m1"]);
        var to = Minute(match.Groups["h2"], match.Groups["m2"]);
        return from < to && to <= MinutesOfDay ? new Range(from, to) : null;
    }

    private static int Minute(Group hour, Group minute) =>
        (int.Parse(hour.ValueSpan, CultureInfo.InvariantCulture) * 60) + int.Parse(minute.ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>As numbered by <see cref="DayOfWeek"/>; <c>fri-mon</c> goes over the end of the week.</summary>
    private static IEnumerable<int> DaysOf(Match match)
    {
        if (!match.Groups["d1"].Success)
            return Enumerable.Range(0, 7);
        var first = Day(match.Groups["d1"].Value);
        var last = match.Groups["d2"].Success ? Day(match.Groups["d2"].Value) : first;
        return Enumerable.Range(0, ((last - first + 7) % 7) + 1).Select(day => (first + day) % 7);
    }

    private static int Day(string name) =>
        Array.FindIndex(Enum.GetNames<DayOfWeek>(), day => day.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private static Error Unreadable(string text) => new(
        "bad_calling_hours",
        $"Calling hours are written like 08:00-21:00, or mon-fri 09:00-20:00, sat 10:00-14:00, or off. “{text.Trim()}” is not: " +
        "each range ends after it begins, on the same day.",
        CallingRulesText.HoursField);

    [GeneratedRegex(
        """
        ^(?:(?<d1>mon|tue|wed|thu|fri|sat|sun)(?:\s*-\s*(?<d2>mon|tue|wed|thu|fri|sat|sun))?\s+)?
        (?<h1>[01][0-9]|2[0-4]):(?<m1>[0-5][0-9])\s*-\s*(?<h2>[01][0-9]|2[0-4]):(?<m2>[0-5][0-9])$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>Minutes of a day.</summary>
    private readonly record struct Range(int From, int To);
}
