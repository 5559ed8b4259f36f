namespace BatchDashboard.Core.Telephony.Bland;

/// <summary>What became of something that was posted as a callback.</summary>
public enum BlandCallbackOutcome
{
    /// <summary>Its signature is missing or wrong, or there is no secret to check it with.</summary>
    NotSigned,

    /// <summary>Signed, and no description of a call.</summary>
    Unreadable,

    /// <summary>Signed, about a call that is none of ours; without a key it is kept for a while, in case it turns out to be.</summary>
    UnknownCall,

    /// <summary>Stored.</summary>
    Taken,
}
