using BatchDashboard.Core.Batches;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>What stands beside a batch's status: asked to stop, paused, loaded, launched from a draft.</summary>
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
            UPDATE batches SET paused = @paused, code = @code, reason = @reason WHERE number = @batch AND paused <> @paused
            """,
            ("@batch", batch),
            ("@paused", paused),
            ("@code", code),
            ("@reason", reason)) == 1;

    /// <summary>All rows of the source are stored.</summary>
    public static void MarkLoaded(this DashboardDbContext context, int batch, bool chunked) =>
        context.Run(
            "UPDATE batches SET loaded = 1, chunked = @chunked WHERE number = @batch", ("@batch", batch), ("@chunked", chunked));

    public static void MarkLaunched(this DashboardDbContext context, Guid draft, BatchId batch) =>
        context.Run("UPDATE drafts SET launched_as = @batch WHERE id = @draft", ("@batch", batch.Value), ("@draft", draft));
}
