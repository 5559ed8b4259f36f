using System.Globalization;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>
/// Looks for calls by what no index answers: it walks along what an index does answer (the number, the statuses, or the keys
/// themselves), looks at each call, and stops after <see cref="Most"/> of them, so that no page reads through millions.
/// </summary>
internal sealed class CallSearch(DashboardDbContext context, CallFilter filter, RowLayout? layout, bool ascending)
{
    /// <summary>So many calls a page looks at.</summary>
    public const int Most = 10_000;

    private const int Step = 1_000;

    /// <summary>A call is dialled after its batch is made and before it is finished.</summary>
    private const string BatchesOfTheTime =
        """
        SELECT min(number), max(number) FROM batches
        WHERE created_at < @before AND (finished_at IS NULL OR finished_at >= @from)
        """;

    private readonly CallConditions _conditions = new(filter, layout);

    // In the order of the candidates, because each is looked up in its turn.
    internal string MatchSql => $"SELECT c.key FROM json_each(@keys) k CROSS JOIN calls c ON c.key = k.value WHERE {_conditions.Sql}";

    internal string KeysSql => $"SELECT key FROM calls WHERE key BETWEEN @low AND @high ORDER BY key {(ascending ? "ASC" : "DESC")} LIMIT @count";

    /// <summary>The first matching keys of a range, and the last key that was looked at if the search ended before there were enough.</summary>
    public (IReadOnlyList<long> Keys, long? SearchedTo) Find(long low, long high, int take)
    {
        (low, high) = Narrow(low, high);
        var found = new List<long>();
        for (var left = Most; ;)
        {
            var candidates = Candidates(low, high);
            found.AddRange(Matching(candidates));
            if (found.Count >= take)
                return (found[..take], null);
            if (candidates.Count < Step)
                return (found, null);
            left -= candidates.Count;
            if (left <= 0)
                return (found, candidates[^1]);
            (low, high) = ascending ? (candidates[^1] + 1, high) : (low, candidates[^1] - 1);
        }
    }

    private (long Low, long High) Narrow(long low, long high)
    {
        if (filter is { StartedFrom: null, StartedBefore: null })
            return (low, high);
        using var query = context.Prepare(BatchesOfTheTime, "@from", "@before")
            .With(filter.StartedFrom ?? DateTimeOffset.MinValue, filter.StartedBefore ?? DateTimeOffset.MaxValue);
        using var reader = query.ExecuteReader();
        return reader.Read() && !reader.IsDBNull(0)
            ? (Math.Max(low, CallKey.RangeOf(reader.GetInt32(0)).First), Math.Min(high, CallKey.RangeOf(reader.GetInt32(1)).Last))
            : (0, -1);
    }

    private IReadOnlyList<long> Candidates(long low, long high)
    {
        if (low > high)
            return [];
        if (filter.Number is { } number)
        {
            var calls = context.CallsTo(new PhoneNumber(number), filter.BatchNumber).Where(call => call.Key >= low && call.Key <= high);
            return [.. (ascending ? calls.OrderBy(call => call.Key) : calls.OrderByDescending(call => call.Key)).Select(call => call.Key).Take(Step)];
        }

        return filter.Statuses.Count > 0
            ? new CallPages(context, low, high, Step, ascending).Find(filter.Statuses)
            : Read(KeysSql, ["@low", "@high", "@count"], [low, high, Step]);
    }

    private List<long> Matching(IReadOnlyList<long> candidates) => Read(
        MatchSql,
        ["@keys", .. _conditions.Names],
        [$"[{string.Join(',', candidates.Select(key => key.ToString(CultureInfo.InvariantCulture)))}]", .. _conditions.Values]);

    private List<long> Read(string sql, string[] names, object?[] values)
    {
        using var query = context.Prepare(sql, names).With(values);
        using var reader = query.ExecuteReader();
        var keys = new List<long>();
        while (reader.Read())
            keys.Add(reader.GetInt64(0));
        return keys;
    }
}
