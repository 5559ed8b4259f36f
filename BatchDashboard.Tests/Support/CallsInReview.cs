using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.Telephony;
using Microsoft.Data.Sqlite;

namespace BatchDashboard.Tests.Support;

/// <summary>
/// Calls that nobody can know about, as a provider that honours no keys leaves them when its answer to their placement is
/// lost. The sandbox honours keys, so a test leads the engine there itself.
/// </summary>
internal static class CallsInReview
{
    /// <summary>What a host needs so that a call that was just intended may be dialled again at once.</summary>
    public static readonly (string Key, string Value) SameNumberAtOnce = ("Compliance:SameNumberSeconds", "0");

    /// <summary>Launches a batch whose own start is far away, and brings all its calls into review.</summary>
    public static Task<BatchSummary> LaunchIntoReviewAsync(this CoreHost core, string csv, Action<BatchDraft>? change = null) =>
        core.LaunchIntoDoubtAsync(csv, change, key => [new CallUpdate.FellSilent(key), new CallUpdate.GivenUp(key)]);

    /// <summary>The same for calls that are still looked for.</summary>
    public static Task<BatchSummary> LaunchUncertainAsync(this CoreHost core, string csv) => core.LaunchIntoDoubtAsync(
        csv,
        null,
        key =>
        [
            new CallUpdate.FellSilent(key),
            new CallUpdate.NotFound(key, TimeProvider.System.GetUtcNow().AddHours(1), IsUnknownThere: true),
        ]);

    /// <summary>Brings all waiting calls of a batch into review, in the database of an app that runs.</summary>
    public static async Task BringIntoReviewAsync(this RunningApp app, string batch)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(app.DataDirectory, "batchdashboard.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            BEGIN IMMEDIATE;
            INSERT INTO call_attempts (call_key, epoch, key, dial, status, provider, intended_at)
            SELECT key, 1, printf('0199A1B2-0000-7000-8000-%012d', key), 1, 'dialing', 'sandbox', calls.updated_at
            FROM calls JOIN batches ON number = key >> 24 WHERE id = @batch AND calls.status = 'queued';
            UPDATE calls SET status = 'review', epoch = 1, dials = 1, error_code = 'placement_unknown'
            WHERE status = 'queued' AND key IN (SELECT call_key FROM call_attempts);
            UPDATE batches SET n_review = n_queued, n_queued = 0 WHERE id = @batch;
            COMMIT;
            """;
        command.Parameters.AddWithValue("@batch", Guid.Parse(batch));
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<BatchSummary> LaunchIntoDoubtAsync(
        this CoreHost core, string csv, Action<BatchDraft>? change, Func<AttemptKey, CallUpdate[]> news)
    {
        var id = await core.LaunchAsync(
            csv,
            draft =>
            {
                change?.Invoke(draft);
                draft.StartTime = TimeProvider.System.GetUtcNow().AddHours(1);
            });
        var batch = await core.UntilAsync(id, b => b.Status == BatchStatus.WaitingForScheduledCalls, "it waits");
        await core.Service<Database>().WriteAsync(
            WritePriority.Dispatch,
            context =>
            {
                var now = TimeProvider.System.GetUtcNow();
                var intended = context.Intend(core.InHand(context, batch.Number), 99, CoreHost.NoLimits, now.AddHours(2));
                var progress = new CallProgress(context, core.Service<LaunchedSettings>(), core.Service<CallIds>(), now);
                var moves = new CallMoves(context, progress, now);
                var ends = new CallEnds(
                    context, moves, core.Service<LaunchedSettings>(), core.Service<AutoPause>(), core.Service<HaltedBatches>(), now);
                new CallResults(context, moves, ends, progress, _ => TimeSpan.FromHours(1), core.Service<HaltedBatches>(), now)
                    .Apply(intended.Intents.SelectMany(intent => news(intent.Key)));
                return Task.CompletedTask;
            },
            default);
        return await core.GetAsync(id);
    }
}
