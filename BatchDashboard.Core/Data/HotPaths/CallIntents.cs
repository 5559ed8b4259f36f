using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.Telephony;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>
/// The gate of dispatch: claim and intent in one transaction. Nothing is asked of a provider before it commits, and it
/// re-checks everything that may have changed: status, pause, cancel, start time, limits, that the number is free, and that
/// it has not come onto the do-not-call list.
/// </summary>
internal static class CallIntents
{
    /// <summary>How long a call waits whose number is being called already.</summary>
    public static readonly TimeSpan NumberBusyWait = TimeSpan.FromSeconds(10);

    private const string DueKeys =
        """
        SELECT key FROM calls INDEXED BY calls_not_before
        WHERE key >> 24 = @batch AND not_before IS NOT NULL AND not_before <= @now ORDER BY not_before LIMIT @count
        """;

    // In the order of the file; the cursor makes it one seek however many calls were dialled before.
    private const string FreshKeys =
        """
        SELECT key FROM calls WHERE key > @cursor AND key <= @last AND status = 'queued' AND not_before IS NULL
        ORDER BY key LIMIT @count
        """;

    // OR IGNORE: a number that another live call has taken makes this one row, not the group, fail.
    private static readonly string TakeCall =
        $"""
         UPDATE OR IGNORE calls SET status = 'dialing', epoch = epoch + 1, dials = dials + 1, not_before = NULL,
             error_code = NULL, deadline = @deadline, updated_at = @now
         WHERE key = @key AND {SqlStates.In("status", CallTransitions.Waiting)}
         RETURNING to_number, data, epoch, dials, created_at
         """;

    private const string InsertAttempt =
        """
        INSERT INTO call_attempts (call_key, epoch, key, dial, status, provider, intended_at)
        VALUES (@call, @epoch, @key, @dial, 'dialing', @provider, @now)
        """;

    private const string HoldCall =
        """
        UPDATE calls SET status = 'held', error_code = 'number_busy', not_before = @until, updated_at = @now WHERE key = @key
        """;

    /// <summary>Commits up to <paramref name="permits"/> intents to dial; <paramref name="maxInFlight"/> holds over all batches, 0 for no limit.</summary>
    public static IntentGroup Intend(
        this DashboardDbContext context, int batchNumber, int permits, int maxInFlight, TimeSpan lease, DateTimeOffset now)
    {
        var batch = context.Batches.AsNoTracking().Single(b => b.Number == batchNumber);
        if (!batch.Status.IsDialable() || batch.Paused || batch.StopRequested || batch.Plan.StartTime > now)
            return IntentGroup.None(IntentLimit.Closed);

        var room = Math.Min(
            Room(batch.MaxConcurrent ?? 0, batch.Counts.InFlight), Room(maxInFlight, InFlightOverall(context)));
        if (room <= 0)
            return IntentGroup.None(IntentLimit.Concurrency);

        var wanted = Math.Min(permits, room);
        var (keys, cursor) = NextKeys(context, batch, wanted, now);
        if (keys.Count == 0)
            return IntentGroup.None(IntentLimit.NothingDue);

        var skipped = context.SkipBlocked(batch, keys, now);
        var intents = Take(context, batch, [.. keys.Except(skipped)], lease, now);
        context.Run(
            "UPDATE batches SET dispatched_row = @row WHERE number = @batch", ("@row", cursor), ("@batch", batchNumber));
        // Calls that were due but not taken leave their lines free.
        var isFull = wanted < permits && intents.Count == keys.Count;
        return new IntentGroup(
            intents, [.. skipped.Select(key => new CallKey(key))], isFull ? IntentLimit.Concurrency : IntentLimit.Permits);
    }

    private static int Room(int limit, int inFlight) => limit == 0 ? int.MaxValue : limit - inFlight;

    private static int InFlightOverall(DashboardDbContext context) =>
        context.Batches.Where(b => b.FinishedAt == null)
            .Sum(b => b.Counts.Dialing + b.Counts.Ringing + b.Counts.InProgress + b.Counts.Uncertain);

    private static (List<long> Keys, int Cursor) NextKeys(DashboardDbContext context, Batch batch, int count, DateTimeOffset now)
    {
        using var due = context.Prepare(DueKeys, "@batch", "@now", "@count").With(batch.Number, now, count);
        var keys = ReadKeys(due);
        var wanted = count - keys.Count;
        if (wanted == 0 || batch.DispatchedRow >= batch.LoadedRow)
            return (keys, batch.DispatchedRow);

        using var fresh = context.Prepare(FreshKeys, "@cursor", "@last", "@count").With(
            new CallKey(batch.Number, batch.DispatchedRow).Value, CallKey.RangeOf(batch.Number).Last, wanted);
        var firstTurns = ReadKeys(fresh);
        keys.AddRange(firstTurns);
        return (keys, firstTurns.Count < wanted ? batch.LoadedRow : new CallKey(firstTurns[^1]).RowNumber);
    }

    private static List<long> ReadKeys(SqliteCommand command)
    {
        var keys = new List<long>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
            keys.Add(reader.GetInt64(0));
        return keys;
    }

    private static List<DialIntent> Take(
        DashboardDbContext context, Batch batch, List<long> keys, TimeSpan lease, DateTimeOffset now)
    {
        using var status = context.Prepare("SELECT status FROM calls WHERE key = @key", "@key");
        using var take = context.Prepare(TakeCall, "@key", "@deadline", "@now");
        using var attempt = context.Prepare(InsertAttempt, "@call", "@epoch", "@key", "@dial", "@provider", "@now");
        using var dial = context.Prepare(LastDials.Remember, "@number", "@now");
        using var hold = context.Prepare(HoldCall, "@key", "@until", "@now");
        var changes = new CounterChanges();
        var intents = new List<DialIntent>(keys.Count);
        foreach (var key in keys)
        {
            var from = WireName.Parse<CallStatus>((string?)status.With(key).ExecuteScalar())!.Value;
            if (TakeOne(take.With(key, now + lease, now), key, now) is not { } taken)
            {
                hold.With(key, now + NumberBusyWait, now).ExecuteNonQuery();
                changes.Move(batch.Number, from, CallStatus.Held);
                continue;
            }

            attempt.With(key, taken.Epoch, taken.Intent.Key.Value, taken.Intent.Dial, batch.Provider, now).ExecuteNonQuery();
            dial.With(taken.Intent.To.Digits, now).ExecuteNonQuery();
            changes.Move(batch.Number, from, CallStatus.Dialing);
            intents.Add(taken.Intent);
        }

        changes.Write(context);
        return intents;
    }

    private static (DialIntent Intent, int Epoch)? TakeOne(SqliteCommand take, long key, DateTimeOffset now)
    {
        using var reader = take.ExecuteReader();
        if (!reader.Read())
            return null;
        var intent = new DialIntent(
            new CallKey(key),
            new AttemptKey(Guid.CreateVersion7(now)),
            reader.GetInt32(3),
            new PhoneNumber(reader.GetString(0)),
            reader.GetString(1),
            new DateTimeOffset(reader.GetInt64(4), TimeSpan.Zero));
        return (intent, reader.GetInt32(2));
    }
}
