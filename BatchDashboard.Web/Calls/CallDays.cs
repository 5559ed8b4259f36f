using System.Globalization;
using BatchDashboard.Web.NewBatch.Launch;

namespace BatchDashboard.Web.Calls;

/// <summary>Whole days on the clocks of a zone, either of which may be open.</summary>
/// <param name="From">The first of them.</param>
/// <param name="To">The last of them.</param>
/// <param name="Zone">Its IANA name; it stands in the address, so that a link means the same days to everybody.</param>
public sealed record CallDays(DateOnly? From, DateOnly? To, string Zone)
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>Null when no day is given that can be read; a zone that nobody knows is UTC.</summary>
    public static CallDays? Read(string? from, string? to, string? zone)
    {
        var days = new CallDays(Day(from), Day(to), zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : "UTC");
        return days is { From: null, To: null } ? null : days;
    }

    public static string Write(DateOnly? day) => day?.ToString(Format, CultureInfo.InvariantCulture) ?? "";

    public static string Words(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public DateTimeOffset? Start => From is { } day ? MidnightOf(day) : null;

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? End => To is { } day && day < DateOnly.MaxValue ? MidnightOf(day.AddDays(1)) : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private DateTimeOffset MidnightOf(DateOnly day) =>
        ZonedTime.Of(day.ToDateTime(TimeOnly.MinValue), TimeZoneInfo.FindSystemTimeZoneById(Zone));
}
