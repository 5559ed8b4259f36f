using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>
/// Finds the calls of some statuses in the order of their keys, by seeks alone: a rare status among a million calls takes no
/// longer than a common one. Each is looked for where dispatch itself keeps it.
/// </summary>
internal sealed class CallPages(DashboardDbContext context, long low, long high, long count, bool ascending)
{
    /// <summary>
    /// Calls that are neither in flight, nor skipped, nor waiting for their first turn. The load stores none of them, and a call
    /// is written to their index once, when it ends. SQLite uses it only for statements that repeat these words.
    /// </summary>
    public const string AtRest = "deadline IS NULL AND status <> 'skipped' AND (status <> 'queued' OR not_before IS NOT NULL)";

    // Each batch has its fresh calls behind its cursor.
    private const string FreshRanges =
        """
        SELECT (number << 24) + dispatched_row + 1, (number << 24) + loaded_row FROM batches
        WHERE finished_at IS NULL AND n_queued > 0 AND (number << 24) + loaded_row >= @low AND (number << 24) + dispatched_row < @high
        ORDER BY number
        """;

    private readonly string _order = ascending ? "ASC" : "DESC";

    /// <summary>The first keys of these statuses.</summary>
    public IReadOnlyList<long> Find(IEnumerable<CallStatus> statuses) => First(statuses.Distinct().SelectMany(Find));

    private IEnumerable<long> Find(CallStatus status) => status switch
    {
        CallStatus.Skipped => Read("call_key FROM skipped_rows WHERE call_key BETWEEN @low AND @high ORDER BY call_key", low, high),
        CallStatus.Queued => FindAtRest(status).Concat(FindFresh()),
        _ when status.IsInFlight() => Read($"key FROM calls INDEXED BY calls_in_flight WHERE deadline IS NOT NULL AND {Is(status)}", low, high),
        _ => FindAtRest(status),
    };

    private List<long> FindAtRest(CallStatus status) =>
        Read($"key FROM calls INDEXED BY calls_at_rest WHERE {AtRest} AND {Is(status)}", low, high);

    private List<long> FindFresh()
    {
        var ranges = new List<(long Low, long High)>();
        using (var query = context.Prepare(FreshRanges, "@low", "@high").With(low, high))
        using (var reader = query.ExecuteReader())
        {
            while (reader.Read())
                ranges.Add((Math.Max(low, reader.GetInt64(0)), Math.Min(high, reader.GetInt64(1))));
        }

        if (!ascending)
            ranges.Reverse();
        var keys = new List<long>();
        foreach (var range in ranges.TakeWhile(_ => keys.Count < count))
            keys.AddRange(Read($"key FROM calls WHERE not_before IS NULL AND {Is(CallStatus.Queued)}", range.Low, range.High));
        return keys;
    }

    private List<long> Read(string from, long first, long last)
    {
        using var query = context.Prepare($"SELECT {from} {_order} LIMIT @count", "@low", "@high", "@count").With(first, last, count);
        using var reader = query.ExecuteReader();
        var keys = new List<long>();
        while (reader.Read())
            keys.Add(reader.GetInt64(0));
        return keys;
    }

    private IReadOnlyList<long> First(IEnumerable<long> keys) =>
        [.. (ascending ? keys.Order() : keys.OrderDescending()).Take((int)Math.Min(count, int.MaxValue))];

    private static string Is(CallStatus status) =>
        $"status = '{WireName.Of(status)}' AND key BETWEEN @low AND @high ORDER BY key";
}
