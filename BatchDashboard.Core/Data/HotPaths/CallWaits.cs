namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>Questions about the calls of a batch that wait for a time.</summary>
internal static class CallWaits
{
    private const string OfBatch =
        "FROM calls INDEXED BY calls_not_before WHERE key >> 24 = @batch AND not_before IS NOT NULL";

    public static bool HasDueCalls(this DashboardDbContext context, int batch, DateTimeOffset now) =>
        context.Any($"SELECT EXISTS (SELECT 1 {OfBatch} AND not_before <= @now)", batch, now);

    /// <summary>All that waits waits for its own start time: nothing is due, held back, or asked for again later.</summary>
    public static bool OnlyScheduledCallsWait(this DashboardDbContext context, int batch, DateTimeOffset now) =>
        context.Any(
            $"SELECT NOT EXISTS (SELECT 1 {OfBatch} AND (not_before <= @now OR status = 'held' OR error_code IS NOT NULL))",
            batch,
            now);

    private static bool Any(this DashboardDbContext context, string sql, int batch, DateTimeOffset now)
    {
        using var command = context.Prepare(sql, "@batch", "@now").With(batch, now);
        return (long)command.ExecuteScalar()! == 1;
    }
}
