using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Dispatching;
using Microsoft.Data.Sqlite;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>Finds the calls of a batch whose turn it is: those that waited for a time first, then the next of the file.</summary>
internal static class CallCandidates
{
    private const string Columns = $"key, status, to_number, data, created_at, {DoNotCallRows.IsBlocked}, {LastDials.IsSince}";

    private const string Due =
        $"""
         SELECT {Columns} FROM calls INDEXED BY calls_not_before
         WHERE key >> 24 = @batch AND not_before IS NOT NULL AND not_before <= @now ORDER BY not_before LIMIT @count
         """;

    // In the order of the file; the cursor makes it one seek however many calls were dialled before.
    private const string Fresh =
        $"""
         SELECT {Columns} FROM calls WHERE key > @cursor AND key <= @last AND status = 'queued' AND not_before IS NULL
         ORDER BY key LIMIT @count
         """;

    /// <param name="since">A moment ago; see <see cref="CallCandidate.WasJustDialled"/>.</param>
    public static List<CallCandidate> NextCandidates(this DashboardDbContext context, DialState batch, int count, DateTimeOffset since, DateTimeOffset now)
    {
        var candidates = new List<CallCandidate>();
        using (var due = context.Prepare(Due, "@batch", "@since", "@now", "@count").With(batch.Number, since, now, count))
            Read(due, isDue: true, candidates);
        if (candidates.Count == count || batch.DispatchedRow >= batch.LoadedRow)
            return candidates;
        using var fresh = context.Prepare(Fresh, "@cursor", "@last", "@since", "@now", "@count").With(
            new CallKey(batch.Number, batch.DispatchedRow).Value, CallKey.RangeOf(batch.Number).Last, since, now, count - candidates.Count);
        Read(fresh, isDue: false, candidates);
        return candidates;
    }

    private static void Read(SqliteCommand command, bool isDue, List<CallCandidate> candidates)
    {
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            candidates.Add(new CallCandidate(
                reader.GetInt64(0),
                WireName.Parse<CallStatus>(reader.GetString(1))!.Value,
                new PhoneNumbers.PhoneNumber(reader.GetString(2)),
                reader.GetString(3),
                new DateTimeOffset(reader.GetInt64(4), TimeSpan.Zero))
            { IsDue = isDue, IsBlocked = reader.GetBoolean(5), WasJustDialled = reader.GetBoolean(6) });
        }
    }
}
