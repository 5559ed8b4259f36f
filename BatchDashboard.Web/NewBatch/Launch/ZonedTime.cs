using System.Globalization;
using BatchDashboard.Core.NewBatch;

namespace BatchDashboard.Web.NewBatch.Launch;

/// <summary>Moments from what the clocks of a zone show.</summary>
internal static class ZonedTime
{
    private static readonly string[] FieldFormats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>A time that the clocks skip moves forward by as much; of one that they show twice, the first counts.</summary>
    public static DateTimeOffset Of(DateTime local, TimeZoneInfo zone)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsAmbiguousTime(local))
            return At(local, zone.GetAmbiguousTimeOffsets(local).Max());
        // The offset before the gap makes the time after it.
        return At(local, zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddDays(-1)) : zone.GetUtcOffset(local));
    }

    /// <summary>An hour or a little more from now.</summary>
    public static DateTimeOffset NextFullHour(DateTimeOffset now, TimeZoneInfo zone)
    {
        var later = TimeZoneInfo.ConvertTime(now.AddHours(2), zone).DateTime;
        return Of(later.AddTicks(-(later.Ticks % TimeSpan.TicksPerHour)), zone);
    }

    /// <summary>What a <c>datetime-local</c> field says; a time to be chosen when it is empty.</summary>
    public static DateTimeOffset Read(string text, TimeZoneInfo zone) =>
        DateTime.TryParseExact(text, FieldFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? Of(local, zone)
            : BatchDraft.TimeToBeChosen;

    /// <summary>The moment as a <c>datetime-local</c> field takes it.</summary>
    public static string Write(DateTimeOffset moment, TimeZoneInfo zone) => moment == BatchDraft.TimeToBeChosen
        ? ""
        : TimeZoneInfo.ConvertTime(moment, zone).ToString(FieldFormats[0], CultureInfo.InvariantCulture);

    /// <summary>"Europe/Berlin (UTC+02:00)", as it is on that day.</summary>
    public static string NameOf(TimeZoneInfo zone, DateTimeOffset when) =>
        $"{zone.Id} ({TimeZoneInfo.ConvertTime(when, zone).ToString("'UTC'zzz", CultureInfo.InvariantCulture)})";

    // A year at the very edge has no moment in some zones; it is taken for UTC's.
    private static DateTimeOffset At(DateTime local, TimeSpan offset) =>
        local.Year is > 1 and < 9999 ? new DateTimeOffset(local, offset) : new DateTimeOffset(local, TimeSpan.Zero);
}
