using BatchDashboard.Core.Compliance;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>When each number was last dialled, written with the intent to dial it.</summary>
internal static class LastDials
{
    /// <summary>Takes <c>@number</c> and <c>@now</c>.</summary>
    public const string Remember =
        """
        INSERT INTO last_dials (number, dialled_at) VALUES (@number, @now)
        ON CONFLICT (number) DO UPDATE SET dialled_before = dialled_at, dialled_at = excluded.dialled_at
        """;

    /// <summary>Whether a number was dialled after <c>@since</c>, for statements that have it as <c>to_number</c>.</summary>
    public const string IsSince =
        $"EXISTS (SELECT 1 FROM last_dials l WHERE l.number = {SqlNumbers.Digits} AND l.dialled_at > @since)";

    /// <summary>Nobody was called by this attempt after all: the number was last dialled when it was before.</summary>
    public static void ForgetDial(this DashboardDbContext context, AttemptRow attempt)
    {
        const string ThisDial =
            $"""
            number = (SELECT {SqlNumbers.Digits} FROM calls WHERE key = @call)
                AND dialled_at = (SELECT intended_at FROM call_attempts WHERE key = @attempt)
            """;
        context.Run(
            $"DELETE FROM last_dials WHERE dialled_before IS NULL AND {ThisDial}",
            ("@call", attempt.Call.Value),
            ("@attempt", attempt.Key.Value));
        context.Run(
            $"UPDATE last_dials SET dialled_at = dialled_before WHERE {ThisDial}",
            ("@call", attempt.Call.Value),
            ("@attempt", attempt.Key.Value));
    }

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
