using System.Globalization;

namespace BatchDashboard.Web.Shared;

/// <summary>Lengths of time in few words.</summary>
internal static class SpanText
{
    /// <summary>"0:07", "12:03", "1:02:03".</summary>
    public static string Clock(TimeSpan span) => span.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours}:{span:mm\\:ss}")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalMinutes}:{span:ss}");

    /// <summary>"0.4 s", "12 s", "3 min 5 s", "2 h 10 min".</summary>
    public static string Words(TimeSpan span) => span switch
    {
        { TotalSeconds: < 10 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.#} s"),
        { TotalMinutes: < 1 } => $"{(int)span.TotalSeconds} s",
        { TotalHours: < 1 } => $"{(int)span.TotalMinutes} min {span.Seconds} s",
        _ => $"{(int)span.TotalHours} h {span.Minutes} min",
    };
}
