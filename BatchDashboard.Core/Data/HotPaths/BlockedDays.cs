namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>Counts by day the calls that the do-not-call list has blocked, in the transaction that skips them.</summary>
internal static class BlockedDays
{
    public static int Of(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime).DayNumber;

    public static void CountBlocked(this DashboardDbContext context, int calls, DateTimeOffset now)
    {
        if (calls == 0)
            return;
        context.Run(
            """
            INSERT INTO blocked_days (day, calls) VALUES (@day, @calls)
            ON CONFLICT (day) DO UPDATE SET calls = calls + excluded.calls
            """,
            ("@day", Of(now)),
            ("@calls", calls));
    }
}
