using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>The intent to place a call in doubt again under its own key: committed before that request leaves, like every intent.</summary>
internal static class CallRepeats
{
    /// <summary>False: the call is not in doubt any more, or nobody may dial it: its batch, all dialling, or its number is stopped.</summary>
    public static bool IntendRepeat(this DashboardDbContext context, AttemptKey key, DateTimeOffset now) =>
        context.Fact(DialSwitch.Fact) is null && context.Run(
            $"""
            UPDATE call_attempts AS a SET repeated_at = @now WHERE a.key = @key AND EXISTS (
                SELECT 1 FROM calls c JOIN batches b ON b.number = c.key >> 24
                WHERE c.key = a.call_key AND c.epoch = a.epoch AND c.status = 'uncertain' AND a.stopped_at IS NULL AND NOT b.paused AND NOT b.stop_requested
                    AND NOT {DoNotCallRows.IsBlocked})
            """,
            ("@key", key.Value),
            ("@now", now)) == 1;
}
