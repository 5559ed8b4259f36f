using BatchDashboard.Core.Batches;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Batches;

/// <summary>Puts the spans of charts into words.</summary>
internal static class ChartWords
{
    /// <summary>"minute", "5 minutes", "2 hours", "day".</summary>
    public static string Of(TimeSpan width)
    {
        var (count, unit) = width switch
        {
            { TotalHours: < 1 } => ((int)width.TotalMinutes, "minute"),
            { TotalDays: < 1 } => ((int)width.TotalHours, "hour"),
            _ => ((int)width.TotalDays, "day"),
        };
        return count == 1 ? unit : $"{count} {unit}s";
    }

    /// <summary>The bars by the clocks of whoever looks; with the day when they are of several.</summary>
    public static IReadOnlyList<ChartBar> Bars(IReadOnlyList<OutcomesInTime> spans, Clocks clocks)
    {
        var areOfOneDay = spans.Select(span => TimeZoneInfo.ConvertTime(span.From, clocks.Zone).Date).Distinct().Count() < 2;
        return [.. spans.Select(span => new ChartBar(areOfOneDay ? clocks.Minute(span.From) : clocks.DayAndMinute(span.From), span.Counts))];
    }

    /// <summary>One bar for each range of durations.</summary>
    public static IReadOnlyList<ChartBar> Bars(IReadOnlyList<int> durations) =>
        [.. durations.Select((count, range) => new ChartBar(RangeOf(range), [count]))];

    private static string RangeOf(int range)
    {
        var limits = EndedCalls.DurationLimits;
        return range == 0 ? $"under {SpanText.Clock(limits[0])}"
            : range == limits.Count ? $"{SpanText.Clock(limits[^1])} and longer"
            : $"{SpanText.Clock(limits[range - 1])}–{SpanText.Clock(limits[range])}";
    }
}
