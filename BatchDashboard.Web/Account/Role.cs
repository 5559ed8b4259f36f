namespace BatchDashboard.Web.Account;

/// <summary>What a person may do.</summary>
public enum Role
{
    /// <summary>Everything, settings and other people included.</summary>
    Owner,

    /// <summary>Launches, pauses and cancels batches.</summary>
    Operator,

    /// <summary>Looks on.</summary>
    Viewer,
}
