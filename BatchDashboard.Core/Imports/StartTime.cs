using System.Globalization;

namespace BatchDashboard.Core.Imports;

/// <summary>Reads the start time of a row.</summary>
public static class StartTime
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm:sszzz",
        "yyyy-MM-dd HH:mm:ss zzz",
    ];

    /// <summary>
    /// Null for a blank text. Without a zone the time is UTC; a time in the past is kept, and means at once.
    /// </summary>
    public static Result<DateTimeOffset?> Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return (DateTimeOffset?)null;
        return DateTimeOffset.TryParseExact(
            text.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? (DateTimeOffset?)time.ToUniversalTime()
                : new Error(
                    SkipCodes.BadSetting,
                    "A start time is written as 2026-05-31 14:30:00 -05:00; without a zone it is UTC.",
                    "start_time");
    }
}
