using BatchDashboard.Core.CallSettings;

namespace BatchDashboard.Core.Imports;

/// <summary>Reads the start time of a row, which may have none.</summary>
internal static class RowStartTime
{
    /// <summary>Null for a blank text; a time in the past is kept, and means at once.</summary>
    public static Result<DateTimeOffset?> Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return (DateTimeOffset?)null;
        var time = StartTime.Parse(text.Trim());
        return time.IsSuccess ? (DateTimeOffset?)time.Value.ToUniversalTime() : time.Error;
    }
}
