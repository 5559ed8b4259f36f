namespace BatchDashboard.Core.Calls;

/// <summary>Where a call stands; the legal moves are in <see cref="CallTransitions"/>.</summary>
public enum CallStatus
{
    /// <summary>Waits for its turn, its start time or a retry.</summary>
    Queued,

    /// <summary>Not now: something is in the way that has a reason and a next time.</summary>
    Held,

    /// <summary>The intent to dial is committed; the request is about to leave, or has left.</summary>
    Dialing,

    Ringing,
    InProgress,

    /// <summary>Not known yet whether it was placed.</summary>
    Uncertain,

    /// <summary>Cannot be known whether it was placed; an operator decides.</summary>
    Review,

    Completed,
    Voicemail,
    NoAnswer,
    Busy,
    Failed,

    /// <summary>An operator closed a call under review as "it was called".</summary>
    Unknown,

    Canceled,

    /// <summary>Never dialled, for a reason with a code.</summary>
    Skipped,
}
