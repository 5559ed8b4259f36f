using System.Text;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;
using Microsoft.Data.Sqlite;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>Skips calls whose turn has come but whose numbers were put on the do-not-call list after the launch.</summary>
internal static class CallSkips
{
    private static readonly string SkipCall =
        $"""
         UPDATE calls SET status = 'skipped', error_code = '{SkipCodes.DoNotCall}', not_before = NULL, updated_at = @now
         WHERE key = @key AND {SqlStates.MayBecome(CallStatus.Skipped)}
         RETURNING to_number, data
         """;

    /// <summary>Those of the calls that are blocked; they join the batch's skipped rows.</summary>
    public static List<CallKey> SkipBlocked(
        this DashboardDbContext context, Batch batch, IReadOnlyList<CallCandidate> calls, DateTimeOffset now)
    {
        var changes = new CounterChanges();
        var blocked = new List<CallKey>();
        foreach (var call in calls.Where(call => call.IsBlocked))
        {
            blocked.Add(new CallKey(call.Key));
            changes.Move(batch.Number, call.Status, CallStatus.Skipped);
        }

        if (blocked.Count > 0)
            Skip(context, batch, blocked, now);
        changes.Write(context);
        context.CountBlocked(blocked.Count, now);
        return blocked;
    }

    private static void Skip(DashboardDbContext context, Batch batch, List<CallKey> keys, DateTimeOffset now)
    {
        using var skip = context.Prepare(SkipCall, "@key", "@now");
        using var row = new SkippedRowInsert(context);
        foreach (var key in keys)
            Skip(skip.With(key.Value, now), row, batch, key);
    }

    private static void Skip(SqliteCommand skip, SkippedRowInsert row, Batch batch, CallKey key)
    {
        using var reader = skip.ExecuteReader();
        if (!reader.Read())
            throw new InvalidOperationException("A call that waits can be skipped, and this one cannot.");
        var (why, original) = BlockedCall.Row(
            key.RowNumber, batch.Plan.Layout, new PhoneNumber(reader.GetString(0)), reader.GetString(1));
        row.Run(key.Value, why, Encoding.UTF8.GetBytes(original));
    }
}
