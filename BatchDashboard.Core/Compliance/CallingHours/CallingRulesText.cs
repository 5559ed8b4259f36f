using System.Globalization;
using BatchDashboard.Core.CallSettings;

namespace BatchDashboard.Core.Compliance.CallingHours;

/// <summary>Reads when recipients may be called from what people and programs write.</summary>
public static class CallingRulesText
{
    public const string HoursField = "calling_hours";
    public const string DatesField = "blackout_dates";
    public const string ZoneField = "calling_timezone";

    private const string DateShape = "yyyy-MM-dd";

    /// <param name="hours">See <see cref="WeeklyHours.Parse"/>; blank: the installation's.</param>
    /// <param name="dates">Days such as <c>2026-12-25</c>, with commas or spaces between them.</param>
    /// <param name="zone">IANA name for recipients of whom nothing tells theirs; blank: they are held.</param>
    public static Result<CallingRules> Read(string? hours, string? dates, string? zone)
    {
        var errors = new List<Error>();
        WeeklyHours? week = null;
        if (!string.IsNullOrWhiteSpace(hours))
        {
            var read = WeeklyHours.Parse(hours);
            errors.AddRange(read.Errors);
            week = read.IsSuccess ? read.Value : null;
        }

        var days = new List<DateOnly>();
        foreach (var text in (dates ?? "").Split([',', ';', ' ', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (DateOnly.TryParseExact(text, DateShape, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                days.Add(day);
            else
                errors.Add(new Error("bad_blackout_date", $"A day without calls is written like 2026-12-25. “{text}” is not.", DatesField));
        }

        var fallback = string.IsNullOrWhiteSpace(zone) ? null : zone.Trim();
        if (fallback is not null && !SettingText.IsTimeZone(fallback))
            errors.Add(new Error("bad_timezone", $"A time zone is written like America/New_York. “{fallback}” is none.", ZoneField));
        return errors.Count > 0
            ? errors.ToArray()
            : new CallingRules { Hours = week?.Text, BlackoutDates = days, FallbackZone = fallback };
    }
}
