using BatchDashboard.Core.Compliance.CallingHours;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>Questions about the calls of a batch that wait for a time.</summary>
internal static class CallWaits
{
    private const string OfBatch =
        "FROM calls INDEXED BY calls_not_before WHERE key >> 24 = @batch AND not_before IS NOT NULL";

    public static bool HasDueCalls(this DashboardDbContext context, int batch, DateTimeOffset now) =>
        context.Any($"SELECT EXISTS (SELECT 1 {OfBatch} AND not_before <= @now)", batch, now);

    /// <summary>All that waits waits for its own start time or its calling hours: nothing is due, or waits for anything else.</summary>
    public static bool OnlyScheduledCallsWait(this DashboardDbContext context, int batch, DateTimeOffset now) =>
        context.Any(
            $"SELECT NOT EXISTS (SELECT 1 {OfBatch} AND (not_before <= @now OR error_code <> '{HoldCodes.OutsideHours}'))",
            batch,
            now);

    /// <summary>The call whose time comes first, and what it waits for; null when none waits.</summary>
    public static (string? Code, DateTimeOffset Next)? NextWait(this DashboardDbContext context, int batch)
    {
        using var query = context.Prepare($"SELECT error_code, not_before {OfBatch} ORDER BY not_before LIMIT 1", "@batch").With(batch);
        using var reader = query.ExecuteReader();
        return reader.Read()
            ? (reader.IsDBNull(0) ? null : reader.GetString(0), new DateTimeOffset(reader.GetInt64(1), TimeSpan.Zero))
            : null;
    }

    private static bool Any(this DashboardDbContext context, string sql, int batch, DateTimeOffset now)
    {
        using var command = context.Prepare(sql, "@batch", "@now").With(batch, now);
        return (long)command.ExecuteScalar()! == 1;
    }
}
