using System.Globalization;
using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>The only place that changes a batch's status; the change and its log entry are one transaction.</summary>
internal static class BatchMoves
{
    /// <summary>Makes the move if the table allows it from where the batch stands; false when it does not.</summary>
    public static bool Move(
        this DashboardDbContext context,
        int batch,
        BatchStatus to,
        DateTimeOffset now,
        string? code = null,
        string? reason = null)
    {
        var moved = context.Run(
            $"""
             UPDATE batches SET status = @to, code = coalesce(@code, code), reason = coalesce(@reason, reason),
                 started_at = CASE WHEN @starts THEN coalesce(started_at, @now) ELSE started_at END,
                 finished_at = CASE WHEN @ends THEN @now END
             WHERE number = @batch AND {SqlStates.In("status", BatchTransitions.SourcesOf(to))}
             """,
            ("@batch", batch),
            ("@to", to),
            ("@now", now),
            ("@code", code),
            ("@reason", reason),
            ("@starts", to is BatchStatus.InProgress or BatchStatus.InProgressChunked),
            ("@ends", to.IsFinal())) == 1;
        if (moved)
            LogMove(context, batch, to, now, code, reason);
        return moved;
    }

    /// <summary>Ends a batch all of whose rows are skipped.</summary>
    public static bool MoveToNoValidRecipients(this DashboardDbContext context, int batch, int rows, DateTimeOffset now) =>
        context.Move(
            batch,
            BatchStatus.Failed,
            now,
            "no_valid_recipients",
            $"None of the {rows} rows can be called. The skipped rows say why; correct the file and launch it as a new batch.");

    public static void Log(this DashboardDbContext context, int batch, LogEvent kind, DateTimeOffset now, JsonObject payload) =>
        context.Run(
            "INSERT INTO batch_log (batch_number, event, at, payload) VALUES (@batch, @kind, @now, @payload)",
            ("@batch", batch),
            ("@kind", kind),
            ("@now", now),
            ("@payload", payload.ToJsonString()));

    private static void LogMove(
        DashboardDbContext context, int batch, BatchStatus to, DateTimeOffset now, string? code, string? reason)
    {
        var row = context.Batches.AsNoTracking().Where(b => b.Number == batch)
            .Select(b => new { b.Id, b.Counts, b.StartedAt, b.Plan }).Single();
        var progress = Progress(row.Counts, row.StartedAt, now);
        var entry = new JsonObject { ["message"] = progress, ["state_change"] = WireName.Of(to) };
        if (code is not null)
            entry["code"] = code;
        if (reason is not null)
            entry["reason"] = reason;
        context.Log(batch, LogEvent.Lifecycle, now, entry);

        if (to.IsFinal())
        {
            context.Log(batch, LogEvent.Complete, now, new JsonObject
            {
                ["calls_total"] = row.Counts.Total,
                ["calls_failed"] = row.Counts.NotSuccessful,
                ["calls_successful"] = row.Counts.Successful,
            });
        }

        if (row.Plan.StatusWebhook is { } url && StatusWebhook.PhaseOf(to) is { } phase)
            context.AddStatusWebhook(batch, phase, url, StatusWebhook.Body(row.Id, phase, to, row.Counts, progress, code, reason, now), now);
    }

    private static string Progress(BatchCounts counts, DateTimeOffset? startedAt, DateTimeOffset now)
    {
        var dispatched = counts.Total - counts.Skipped - counts.Waiting - counts.Canceled;
        var seconds = startedAt is { } start ? (now - start).TotalSeconds : 0;
        var rate = seconds > 0 ? dispatched / seconds : 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Requested: {counts.Total}. Validated: {counts.Total - counts.Skipped}. Dispatched: {dispatched}. CPS: {rate:F2}.");
    }
}
