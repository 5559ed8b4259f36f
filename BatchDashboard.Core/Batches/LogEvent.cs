namespace BatchDashboard.Core.Batches;

/// <summary>What kind of thing a log entry of a batch tells.</summary>
public enum LogEvent
{
    Lifecycle,
    Complete,
    RowSkipped,
    Operator,
    Error,
}
