using System.Globalization;
using System.Text.Json.Nodes;

namespace BatchDashboard.Web.Batches;

/// <summary>What was changed in the limits of a batch, in words.</summary>
internal static class LimitWords
{
    private static readonly (string Name, string Word, string None)[] Fields =
    [
        ("max_concurrent", "Calls at once", "no limit"),
        ("max_calls_per_second", "Calls per second", "no limit"),
        ("priority", "Priority", "0"),
        ("ramp_up_seconds", "Seconds to grow to them", "0"),
    ];

    /// <summary>Null when the entry of the log is about something else.</summary>
    public static string? Change(JsonObject entry)
    {
        if (entry["before"] is not JsonObject before || entry["after"] is not JsonObject after)
            return null;
        var changes = Fields.Where(field => !JsonNode.DeepEquals(before[field.Name], after[field.Name]))
            .Select(field => $"{field.Word}: {Value(after[field.Name], field.None)} (before: {Value(before[field.Name], field.None)})");
        return $"{string.Join("; ", changes)}.";
    }

    private static string Value(JsonNode? value, string none) =>
        (double?)value is { } number ? number.ToString("#,0.##", CultureInfo.InvariantCulture) : none;
}
