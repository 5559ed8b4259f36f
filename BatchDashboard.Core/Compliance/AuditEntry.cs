namespace BatchDashboard.Core.Compliance;

/// <summary>One line of the record of who did what, when and why; lines are only ever added.</summary>
public sealed class AuditEntry
{
    private AuditEntry()
    {
    }

    public long Id { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string Actor { get; private set; } = "";
    public AuditAction Action { get; private set; }

    /// <summary>What it was done to, such as a number in E.164.</summary>
    public string Subject { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public static AuditEntry Write(
        AuditAction action, string subject, string reason, string actor, DateTimeOffset now) =>
        new() { At = now, Actor = actor, Action = action, Subject = subject, Reason = reason };
}
