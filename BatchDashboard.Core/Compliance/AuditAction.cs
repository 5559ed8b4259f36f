namespace BatchDashboard.Core.Compliance;

/// <summary>What was done by somebody who answers for it.</summary>
public enum AuditAction
{
    DoNotCallAdded,
    DoNotCallRenewed,
    DoNotCallRemoved,

    /// <summary>A whole file; its subject is the file's name.</summary>
    DoNotCallImported,

    /// <summary>Everywhere, in all batches.</summary>
    DiallingStopped,

    DiallingResumed,

    /// <summary>Of the installation, or of the provider that is the subject.</summary>
    LimitsChanged,

    /// <summary>The subject is the provider; nothing of the key is recorded.</summary>
    ProviderKeyEntered,
    ProviderKeyRemoved,

    /// <summary>A call under review was closed as one that took place; its subject is the call's id.</summary>
    ReviewedAsCalled,

    /// <summary>A call under review was closed, and is made again in a batch of its own; its subject is the call's id.</summary>
    ReviewedToCallAgain,

    /// <summary>With all its versions; its subject is the id, its reason the name.</summary>
    TemplateDeleted,
}
