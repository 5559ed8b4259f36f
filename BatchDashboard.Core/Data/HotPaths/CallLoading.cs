using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Imports;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>Stores a group of rows of a batch's source: ready ones as queued calls, the others as skipped ones with their original text.</summary>
internal static class CallLoading
{
    private const string InsertCall =
        """
        INSERT INTO calls (key, status, to_number, data, epoch, dials, not_before, error_code, created_at, updated_at)
        VALUES (@key, @status, @to, @data, 0, 0, @not_before, @error, @created, @now)
        """;

    public static void Load(
        this DashboardDbContext context, int batch, IReadOnlyList<ImportedRow> rows, DateTimeOffset createdAt, DateTimeOffset now)
    {
        var changes = new CounterChanges();
        using var call = context.Prepare(
            InsertCall, "@key", "@status", "@to", "@data", "@not_before", "@error", "@created", "@now");
        using var skipped = new SkippedRowInsert(context);
        foreach (var row in rows)
        {
            var key = new CallKey(batch, row.RowNumber).Value;
            var status = row.Problem is null ? CallStatus.Queued : CallStatus.Skipped;
            call.With(key, status, row.Number?.E164, row.Data, row.NotBefore, row.Problem?.Code, createdAt, now).ExecuteNonQuery();
            if (row.Problem is { } problem)
                skipped.Run(key, problem);
            changes.Add(batch, status, +1);
        }

        changes.Write(context);
        context.CountBlocked(rows.Count(row => row.Problem?.Code == SkipCodes.DoNotCall), now);
        context.Run(
            "UPDATE batches SET loaded_row = @row WHERE number = @batch", ("@row", rows[^1].RowNumber), ("@batch", batch));
    }
}
