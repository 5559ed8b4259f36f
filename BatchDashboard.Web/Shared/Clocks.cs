using System.Globalization;

namespace BatchDashboard.Web.Shared;

/// <summary>Moments as the clocks of whoever looks show them.</summary>
/// <param name="Zone">Where the clocks hang.</param>
/// <param name="TwelveHours">"2:03 PM" in place of "14:03".</param>
public sealed record Clocks(TimeZoneInfo Zone, bool TwelveHours = false)
{
    private string Minutes => TwelveHours ? "h:mm tt" : "HH:mm";

    private string Seconds => TwelveHours ? "h:mm:ss tt" : "HH:mm:ss";

    /// <summary>"14:03".</summary>
    public string Minute(DateTimeOffset when) => Write(when, Minutes);

    /// <summary>"14:03:07".</summary>
    public string Second(DateTimeOffset when) => Write(when, Seconds);

    /// <summary>"12 May, 14:03".</summary>
    public string DayAndMinute(DateTimeOffset when) => Write(when, $"d MMM, {Minutes}");

    /// <summary>"12 May 2025, 14:03".</summary>
    public string DateAndMinute(DateTimeOffset when) => Write(when, $"d MMM yyyy, {Minutes}");

    /// <summary>"12 May 2025, 14:03:07".</summary>
    public string DateAndSecond(DateTimeOffset when) => Write(when, $"d MMM yyyy, {Seconds}");

    /// <summary>"12 May 2025, 14:03:07 Europe/Berlin (UTC+02:00)".</summary>
    public string Exact(DateTimeOffset when) => Write(when, $"d MMM yyyy, {Seconds} '{Zone.Id}' '(UTC'zzz')'");

    private string Write(DateTimeOffset when, string format) =>
        TimeZoneInfo.ConvertTime(when, Zone).ToString(format, CultureInfo.InvariantCulture);
}
