using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Dispatching;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>What stands beside a batch's status: asked to stop, paused, its limits, loaded, launched from a draft.</summary>
internal static class BatchFlags
{
    /// <summary>False: it was asked so already.</summary>
    public static bool RequestStop(this DashboardDbContext context, int batch, bool hangUp) =>
        context.Run(
            """
            UPDATE batches SET stop_requested = 1, paused = 0, hang_up_requested = max(hang_up_requested, @hang_up)
            WHERE number = @batch AND (stop_requested = 0 OR hang_up_requested < @hang_up)
            """,
            ("@batch", batch),
            ("@hang_up", hangUp)) == 1;

    /// <summary>False: it was so already.</summary>
    public static bool SetPaused(
        this DashboardDbContext context, int batch, bool paused, string? code = null, string? reason = null) =>
        context.Run(
            """
            UPDATE batches SET paused = @paused, code = @code, reason = @reason, recent_ends = '' WHERE number = @batch AND paused <> @paused
            """,
            ("@batch", batch),
            ("@paused", paused),
            ("@code", code),
            ("@reason", reason)) == 1;

    /// <summary>It is cancelled or has ended: nothing of it is dialled any more, though calls may be heard of.</summary>
    public static bool IsOver(this DashboardDbContext context, int batch)
    {
        using var query = context.Prepare(
            "SELECT stop_requested OR finished_at IS NOT NULL FROM batches WHERE number = @batch", "@batch").With(batch);
        return (long)query.ExecuteScalar()! == 1;
    }

    /// <summary>Pauses a batch that somebody has to look at; one that is paused or over already stays as it is.</summary>
    public static void PauseFor(this DashboardDbContext context, int batch, Error why, HaltedBatches halted, DateTimeOffset now)
    {
        if (context.IsOver(batch) || !context.SetPaused(batch, paused: true, why.Code, why.Message))
            return;
        halted.Set(batch, true);
        context.Log(batch, LogEvent.Error, now, new JsonObject { ["code"] = why.Code, ["message"] = $"Paused: {why.Message}" });
    }

    public static void SetLimits(this DashboardDbContext context, int batch, BatchLimits limits) =>
        context.Run(
            """
            UPDATE batches SET max_concurrent = @calls, max_calls_per_second = @rate, priority = @priority, ramp_up_seconds = @ramp_up
            WHERE number = @batch
            """,
            ("@batch", batch),
            ("@calls", limits.MaxConcurrent),
            ("@rate", limits.MaxCallsPerSecond),
            ("@priority", limits.Priority),
            ("@ramp_up", limits.RampUpSeconds));

    /// <summary>All rows of the source are stored.</summary>
    public static void MarkLoaded(this DashboardDbContext context, int batch, bool chunked) =>
        context.Run(
            "UPDATE batches SET loaded = 1, chunked = @chunked WHERE number = @batch", ("@batch", batch), ("@chunked", chunked));

    public static void MarkLaunched(this DashboardDbContext context, Guid draft, BatchId batch) =>
        context.Run("UPDATE drafts SET launched_as = @batch WHERE id = @draft", ("@batch", batch.Value), ("@draft", draft));
}
