namespace BatchDashboard.Core.Telephony;

/// <summary>What is known after the one request that places a call.</summary>
public enum PlacementOutcome
{
    /// <summary>The provider has the call.</summary>
    Accepted,

    /// <summary>Surely not placed, and the provider will not place it: the call failed.</summary>
    Rejected,

    /// <summary>Surely not placed: asked to slow down, try again later.</summary>
    RateLimited,

    /// <summary>Surely not placed: the key, the account or its balance is refused, for every call alike.</summary>
    AccountRefused,

    /// <summary>Surely not placed: the request did not leave this machine.</summary>
    NotSent,

    /// <summary>It may or may not have been placed.</summary>
    Unknown,
}
