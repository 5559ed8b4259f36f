using System.Globalization;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Imports;

namespace BatchDashboard.Core.Compliance;

/// <summary>Reads the expiry of a row.</summary>
internal static class DoNotCallExpiry
{
    /// <summary>Null for a blank text; a day means its first moment in UTC.</summary>
    public static Result<DateTimeOffset?> Read(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
            return (DateTimeOffset?)null;
        if (DateOnly.TryParseExact(trimmed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return (DateTimeOffset?)new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var time = StartTime.Parse(trimmed);
        return time.IsSuccess
            ? (DateTimeOffset?)time.Value.ToUniversalTime()
            : DoNotCallErrors.ExpiryUnreadable(CellExcerpt.Of(trimmed));
    }
}
