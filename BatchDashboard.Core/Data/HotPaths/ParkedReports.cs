using System.Text.Json;
using System.Text.Json.Serialization;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>Reports whose attempt is not known yet; see <see cref="ParkedReport"/>.</summary>
internal static class ParkedReports
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerOptions.Web) { Converters = { new JsonStringEnumConverter() } };

    public static void Park(this DashboardDbContext context, string provider, ProviderCall call, DateTimeOffset now) =>
        context.Run(
            """
            INSERT INTO parked_reports (provider, provider_call_id, is_end, report, parked_at)
            VALUES (@provider, @id, @is_end, @report, @now)
            ON CONFLICT (provider, provider_call_id) DO UPDATE SET is_end = excluded.is_end, report = excluded.report
            WHERE excluded.is_end >= is_end
            """,
            ("@provider", provider),
            ("@id", call.ProviderCallId),
            ("@is_end", call.Status.IsFinal()),
            ("@report", JsonSerializer.Serialize(call, Json)),
            ("@now", now));

    /// <summary>Hardly ever: there is no need to look for the report of each call then.</summary>
    public static bool HasParked(this DashboardDbContext context)
    {
        using var query = context.Prepare("SELECT EXISTS (SELECT 1 FROM parked_reports)");
        return (long)query.ExecuteScalar()! == 1;
    }

    /// <summary>What is parked for the call; it is parked no longer.</summary>
    public static ProviderCall? TakeParked(this DashboardDbContext context, string provider, string providerCallId)
    {
        using var take = context.Prepare(
            "DELETE FROM parked_reports WHERE provider = @provider AND provider_call_id = @id RETURNING report",
            "@provider",
            "@id").With(provider, providerCallId);
        return take.ExecuteScalar() is string report ? JsonSerializer.Deserialize<ProviderCall>(report, Json) : null;
    }

    /// <summary>Drops what has waited since before then; the ids of the calls.</summary>
    public static IReadOnlyList<string> DropParked(this DashboardDbContext context, DateTimeOffset before)
    {
        using var drop = context.Prepare("DELETE FROM parked_reports WHERE parked_at < @before RETURNING provider_call_id", "@before")
            .With(before);
        using var reader = drop.ExecuteReader();
        var ids = new List<string>();
        while (reader.Read())
            ids.Add(reader.GetString(0));
        return ids;
    }
}
