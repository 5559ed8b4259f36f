using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>Calls in flight that were silent beyond their deadline, the longest first.</summary>
internal static class OverdueCalls
{
    private const string Query =
        """
        SELECT c.key, c.status, a.key, a.dial, a.provider, a.provider_call_id, a.intended_at, c.to_number, c.data, c.created_at, a.answered_at,
            coalesce(a.repeated_at, a.intended_at)
        FROM calls c JOIN call_attempts a ON a.call_key = c.key AND a.epoch = c.epoch
        WHERE c.deadline IS NOT NULL AND c.deadline <= @now ORDER BY c.deadline LIMIT @count
        """;

    public static List<OverdueCall> Read(DashboardDbContext context, int count, DateTimeOffset now)
    {
        using var command = context.Prepare(Query, "@now", "@count").With(now, count);
        using var reader = command.ExecuteReader();
        var calls = new List<OverdueCall>();
        while (reader.Read())
        {
            calls.Add(new OverdueCall(
                new Dispatching.DialIntent(
                    new CallKey(reader.GetInt64(0)),
                    new AttemptKey(reader.GetGuid(2)),
                    reader.GetInt32(3),
                    new PhoneNumbers.PhoneNumber(reader.GetString(7)),
                    reader.GetString(8),
                    new DateTimeOffset(reader.GetInt64(9), TimeSpan.Zero)),
                WireName.Parse<CallStatus>(reader.GetString(1))!.Value,
                reader.GetString(4),
                reader.IsDBNull(5) ? null : reader.GetString(5),
                new DateTimeOffset(reader.GetInt64(6), TimeSpan.Zero),
                reader.IsDBNull(10) ? null : new DateTimeOffset(reader.GetInt64(10), TimeSpan.Zero),
                new DateTimeOffset(reader.GetInt64(11), TimeSpan.Zero)));
        }

        return calls;
    }
}
