using System.Globalization;

namespace BatchDashboard.Web.Shared;

/// <summary>Times in words for people.</summary>
internal static class RelativeTime
{
    /// <summary>"3 minutes ago", "in 2 hours"; within a minute "just now".</summary>
    public static string Describe(DateTimeOffset when, DateTimeOffset now)
    {
        var distance = (now - when).Duration();
        if (distance < TimeSpan.FromMinutes(1))
            return "just now";
        var (count, unit) = distance switch
        {
            { TotalHours: < 1 } => ((int)distance.TotalMinutes, "minute"),
            { TotalDays: < 1 } => ((int)distance.TotalHours, "hour"),
            { TotalDays: < 60 } => ((int)distance.TotalDays, "day"),
            { TotalDays: < 730 } => ((int)(distance.TotalDays / 30.44), "month"),
            _ => ((int)(distance.TotalDays / 365.25), "year"),
        };
        var amount = count == 1 ? $"1 {unit}" : $"{count} {unit}s";
        return when < now ? $"{amount} ago" : $"in {amount}";
    }

    /// <summary>"12 May 2025, 14:03" on the clocks of a zone.</summary>
    public static string Absolute(DateTimeOffset when, TimeZoneInfo zone, bool withSeconds = false) => TimeZoneInfo
        .ConvertTime(when, zone)
        .ToString(withSeconds ? "d MMM yyyy, HH:mm:ss" : "d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"12 May 2025, 14:03:07 Europe/Berlin (UTC+02:00)".</summary>
    public static string Exact(DateTimeOffset when, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(when, zone)
        .ToString($"d MMM yyyy, HH:mm:ss '{zone.Id}' '(UTC'zzz')'", CultureInfo.InvariantCulture);

    /// <summary>"14:03:07" on the clocks of a zone.</summary>
    public static string Clock(DateTimeOffset when, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(when, zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
