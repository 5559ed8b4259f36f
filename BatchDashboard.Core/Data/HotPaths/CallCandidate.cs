using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>A call whose turn it is, before the gate has looked at it.</summary>
internal readonly record struct CallCandidate(
    long Key, CallStatus Status, PhoneNumbers.PhoneNumber To, string Data, DateTimeOffset CreatedAt)
{
    /// <summary>It waited for a time; otherwise it is its first turn.</summary>
    public required bool IsDue { get; init; }

    /// <summary>Its number has come onto the do-not-call list.</summary>
    public required bool IsBlocked { get; init; }

    /// <summary>Its number was dialled a moment ago, by this call or by another.</summary>
    public required bool WasJustDialled { get; init; }
}
