using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Imports;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>Stores a group of rows of a batch's source: ready ones as queued calls, the others as skipped ones with their original text.</summary>
internal static class CallLoading
{
    private const string InsertQueued =
        """
        INSERT INTO calls (key, status, to_number, data, epoch, dials, not_before, created_at, updated_at)
        VALUES (?1, 'queued', ?2, ?3, 0, 0, ?4, ?5, ?6)
        """;

    private const string InsertSkipped =
        """
        INSERT INTO calls (key, status, data, epoch, dials, error_code, created_at, updated_at)
        VALUES (?1, 'skipped', ?2, 0, 0, ?3, ?4, ?5)
        """;

    /// <summary>Passes over rows that a load before has stored; false: the batch is being cancelled.</summary>
    public static bool Load(this DashboardDbContext context, Batch batch, ImportGroup group, DateTimeOffset now)
    {
        using var queued = new BulkStatement(context, InsertQueued);
        using var skipped = new BulkStatement(context, InsertSkipped);
        using var reason = new SkippedRowInsert(context);
        queued.Bind(5, batch.CreatedAt.UtcTicks);
        queued.Bind(6, now.UtcTicks);
        skipped.Bind(4, batch.CreatedAt.UtcTicks);
        skipped.Bind(5, now.UtcTicks);
        var (ready, turnedAway, blocked) = (0, 0, 0);
        for (var index = 0; index < group.Count; index++)
        {
            var row = group[index];
            if (row.RowNumber <= batch.LoadedRow)
                continue;
            var key = new CallKey(batch.Number, row.RowNumber).Value;
            if (row.Skipped is not { } problem)
            {
                queued.Bind(1, key);
                queued.Bind(2, row.Number);
                queued.Bind(3, row.Data);
                queued.Bind(4, row.NotBefore?.UtcTicks);
                queued.Run();
                ready++;
                continue;
            }

            skipped.Bind(1, key);
            skipped.Bind(2, row.Data);
            skipped.Bind(3, problem.Code);
            skipped.Run();
            reason.Run(key, problem, row.Data);
            turnedAway++;
            if (problem.Code == SkipCodes.DoNotCall)
                blocked++;
        }

        context.CountBlocked(blocked, now);
        return !context.Advance(batch, ready, turnedAway, group);
    }

    /// <summary>Counts what was stored in the same transaction; true: the batch is being cancelled.</summary>
    private static bool Advance(this DashboardDbContext context, Batch batch, int queued, int skipped, ImportGroup group)
    {
        var command = context.Prepare(
            """
            UPDATE batches SET n_queued = n_queued + @queued, n_skipped = n_skipped + @skipped,
                loaded_row = @row, estimated_rows = @estimated
            WHERE number = @batch RETURNING stop_requested
            """,
            "@queued",
            "@skipped",
            "@row",
            "@estimated",
            "@batch");
        using (command)
        {
            var rows = batch.Plan.Rows ?? group.Progress.EstimatedRows;
            return (long)command.With(queued, skipped, group.LastRowNumber, rows, batch.Number).ExecuteScalar()! != 0;
        }
    }
}
