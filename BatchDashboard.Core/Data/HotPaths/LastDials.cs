using BatchDashboard.Core.Compliance;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>When each number was last dialled, written with the intent to dial it.</summary>
internal static class LastDials
{
    /// <summary>Takes <c>@number</c> and <c>@now</c>.</summary>
    public const string Remember =
        """
        INSERT INTO last_dials (number, dialled_at) VALUES (@number, @now)
        ON CONFLICT (number) DO UPDATE SET dialled_at = excluded.dialled_at
        """;

    // Without an index over the times: every intent would have to keep it.
    public static RecentDials DialsBetween(this DashboardDbContext context, DateTimeOffset from, DateTimeOffset before)
    {
        using var command = context.Prepare(
            "SELECT number, dialled_at FROM last_dials WHERE dialled_at >= @from AND dialled_at < @before ORDER BY number",
            "@from",
            "@before").With(from, before);
        using var reader = command.ExecuteReader();
        var dials = new RecentDials();
        while (reader.Read())
            dials.Add(reader.GetInt64(0), reader.GetInt64(1));
        return dials;
    }
}
