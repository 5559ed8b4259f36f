namespace BatchDashboard.Core.Compliance;

/// <summary>What was done by somebody who answers for it.</summary>
public enum AuditAction
{
    DoNotCallAdded,
    DoNotCallRenewed,
    DoNotCallRemoved,

    /// <summary>A whole file; its subject is the file's name.</summary>
    DoNotCallImported,
}
