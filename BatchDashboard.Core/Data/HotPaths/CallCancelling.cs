using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>Cancels the calls of a batch that nothing has been asked of a provider for.</summary>
internal static class CallCancelling
{
    private static readonly string CancelSome =
        $"""
         UPDATE calls SET status = 'canceled', not_before = NULL, updated_at = @now
         WHERE key IN (SELECT key FROM calls WHERE key > @after AND key <= @last
             AND {SqlStates.In("status", CallTransitions.Waiting)} ORDER BY key LIMIT @count)
         """;

    /// <summary>Cancels the next waiting calls behind <paramref name="after"/>; the key to go on from, or null when none is left.</summary>
    public static long? CancelWaiting(this DashboardDbContext context, int batch, long after, int count, DateTimeOffset now) =>
        context.CancelWaiting(batch, after, CallKey.RangeOf(batch).Last, count, now);

    private static long? CancelWaiting(this DashboardDbContext context, int batch, long after, long until, int count, DateTimeOffset now)
    {
        var waiting = CountWaiting(context, after, until, count);
        if (waiting.Last is not { } last)
            return null;
        using var cancel = context.Prepare(CancelSome, "@after", "@last", "@count", "@now").With(after, last, count, now);
        cancel.ExecuteNonQuery();
        var changes = new CounterChanges();
        changes.Add(batch, CallStatus.Queued, -waiting.Queued);
        changes.Add(batch, CallStatus.Held, -waiting.Held);
        changes.Add(batch, CallStatus.Canceled, waiting.Queued + waiting.Held);
        changes.Write(context);
        return last;
    }

    /// <summary>Cancels this call if it waits; false: it does not.</summary>
    public static bool CancelWaiting(this DashboardDbContext context, CallKey call, DateTimeOffset now) =>
        context.CancelWaiting(call.BatchNumber, call.Value - 1, call.Value, 1, now) is not null;

    /// <summary>Notes that somebody asked to end the call in progress.</summary>
    public static void MarkStopped(this DashboardDbContext context, CallKey call, int epoch, DateTimeOffset now) =>
        context.Run(
            "UPDATE call_attempts SET stopped_at = coalesce(stopped_at, @now) WHERE call_key = @call AND epoch = @epoch",
            ("@call", call.Value),
            ("@epoch", epoch),
            ("@now", now));

    /// <summary>Calls of the batch that ended because they were hung up with its cancel.</summary>
    public static int CountHungUp(this DashboardDbContext context, int batch)
    {
        var (first, last) = CallKey.RangeOf(batch);
        return context.Calls.Count(call => call.Key >= first && call.Key <= last && call.Status == CallStatus.Canceled
            && context.CallAttempts.Any(attempt =>
                attempt.CallKey == call.Key && attempt.Epoch == call.Epoch && attempt.Status == CallStatus.Canceled));
    }

    private static (int Queued, int Held, long? Last) CountWaiting(DashboardDbContext context, long after, long until, int count)
    {
        using var query = context.Prepare(
            $"""
             SELECT sum(status = 'queued'), sum(status = 'held'), max(key) FROM (SELECT key, status FROM calls
                 WHERE key > @after AND key <= @last AND {SqlStates.In("status", CallTransitions.Waiting)}
                 ORDER BY key LIMIT @count)
             """,
            "@after",
            "@last",
            "@count").With(after, until, count);
        using var reader = query.ExecuteReader();
        reader.Read();
        return reader.IsDBNull(2) ? (0, 0, null) : (reader.GetInt32(0), reader.GetInt32(1), reader.GetInt64(2));
    }
}
