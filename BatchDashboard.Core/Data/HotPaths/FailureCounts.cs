using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>Counts the failed calls of a batch by reason, the first of them in the order of its file.</summary>
internal static class FailureCounts
{
    // The index leads to the failed calls and to no others; the limit bounds a batch in which all have failed.
    internal const string Query =
        $"""
         SELECT error_code, count(*) FROM (
             SELECT error_code FROM calls INDEXED BY calls_at_rest
             WHERE {CallPages.AtRest} AND status = 'failed' AND key BETWEEN @low AND @high LIMIT @most)
         GROUP BY error_code ORDER BY count(*) DESC, error_code
         """;

    public static IReadOnlyList<FailureReason> Read(DashboardDbContext context, int batchNumber, int most)
    {
        var (low, high) = CallKey.RangeOf(batchNumber);
        using var query = context.Prepare(Query, "@low", "@high", "@most").With(low, high, most);
        using var reader = query.ExecuteReader();
        var reasons = new List<FailureReason>();
        while (reader.Read())
            reasons.Add(new FailureReason(reader.IsDBNull(0) ? null : reader.GetString(0), reader.GetInt32(1)));
        return reasons;
    }
}
