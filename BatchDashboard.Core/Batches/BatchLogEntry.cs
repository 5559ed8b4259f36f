namespace BatchDashboard.Core.Batches;

/// <summary>One line of a batch's activity log.</summary>
public sealed class BatchLogEntry
{
    public long Id { get; private set; }
    public int BatchNumber { get; private set; }
    public LogEvent Event { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>JSON object as the API shows it.</summary>
    public string Payload { get; private set; } = "{}";
}
