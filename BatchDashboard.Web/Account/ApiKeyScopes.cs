namespace BatchDashboard.Web.Account;

/// <summary>What a program may do with its key.</summary>
[Flags]
public enum ApiKeyScopes
{
    None = 0,

    /// <summary>See batches, calls and their logs.</summary>
    Read = 1,

    /// <summary>Make batches and calls.</summary>
    Launch = 2,

    /// <summary>Stop, pause and resume batches, calls and all dialling, and decide about calls.</summary>
    Manage = 4,

    All = Read | Launch | Manage,
}
