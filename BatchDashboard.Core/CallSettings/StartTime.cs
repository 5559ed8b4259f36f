using System.Globalization;

namespace BatchDashboard.Core.CallSettings;

/// <summary>Reads and writes the moment before which a call is not placed.</summary>
public static class StartTime
{
    public const string Example = "2026-07-10 09:30:00-07:00";

    private const string Written = "yyyy-MM-dd HH:mm:sszzz";

    // A bare date is missing on purpose: it would dial people at midnight.
    private static readonly string[] Read =
    [
        "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
        "yyyy-MM-ddTHH:mmK",
    ];

    /// <summary>
    /// Date and time to the minute or finer, then <c>±HH:MM</c> or <c>Z</c>, with or without a space; without a zone it
    /// is UTC.
    /// </summary>
    public static Result<DateTimeOffset> Parse(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            Read,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces,
            out var time)
            ? time
            : new Error(
                SettingCodes.Bad,
                $"start_time must be a time such as {Example}, but is {SettingReader.Quote(text)}.",
                "start_time");

    /// <summary>In the API's own spelling.</summary>
    public static string Format(DateTimeOffset time) => time.ToString(Written, CultureInfo.InvariantCulture);
}
