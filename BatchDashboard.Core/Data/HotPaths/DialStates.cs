using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Dispatching;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>Reads how a batch stands now, without its plan: that never changes, and to parse it costs more than the rest of a transaction.</summary>
internal static class DialStates
{
    private const string Query =
        """
        SELECT provider, status, paused, stop_requested, starts_at, started_at, loaded_row, dispatched_row,
            max_concurrent, max_calls_per_second, priority, ramp_up_seconds
        FROM batches WHERE number = @number
        """;

    public static DialState DialStateOf(this DashboardDbContext context, int batchNumber)
    {
        using var query = context.Prepare(Query, "@number").With(batchNumber);
        using var reader = query.ExecuteReader();
        if (!reader.Read())
            throw new InvalidOperationException($"There is no batch {batchNumber}.");
        return new DialState(
            batchNumber,
            reader.GetString(0),
            WireName.Parse<BatchStatus>(reader.GetString(1))!.Value,
            reader.GetBoolean(2),
            reader.GetBoolean(3),
            reader.IsDBNull(4) ? null : new DateTimeOffset(reader.GetInt64(4), TimeSpan.Zero),
            reader.IsDBNull(5) ? null : new DateTimeOffset(reader.GetInt64(5), TimeSpan.Zero),
            reader.GetInt32(6),
            reader.GetInt32(7),
            new BatchLimits(
                reader.IsDBNull(8) ? null : reader.GetInt32(8),
                reader.IsDBNull(9) ? null : reader.GetDouble(9),
                reader.GetInt32(10),
                reader.GetInt32(11)));
    }
}
