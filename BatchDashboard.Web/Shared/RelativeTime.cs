namespace BatchDashboard.Web.Shared;

/// <summary>Distances in time, in words for people.</summary>
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
}
