using System.Collections.Frozen;
using static BatchDashboard.Core.Calls.CallStatus;

namespace BatchDashboard.Core.Calls;

/// <summary>The one table of legal moves of a call; the set-based SQL of the hot paths takes its allowed states from here.</summary>
public static class CallTransitions
{
    private static readonly CallStatus[] Ends = [Completed, Voicemail, NoAnswer, Busy, Failed];

    private static readonly FrozenDictionary<CallStatus, CallStatus[]> Table = new Dictionary<CallStatus, CallStatus[]>
    {
        [Queued] = [Dialing, Held, Canceled, Skipped],
        [Held] = [Dialing, Canceled, Skipped],
        // Back to queued: the provider surely did not place it. Ends from here: it refused for good.
        [Dialing] = [Queued, Ringing, InProgress, Uncertain, .. Ends, Canceled],
        [Ringing] = [InProgress, Queued, .. Ends, Canceled],
        [InProgress] = [Queued, .. Ends, Canceled],
        // Back to dialing: it was found, or placed again under its own key.
        [Uncertain] = [Queued, Dialing, Ringing, InProgress, Review, .. Ends, Canceled],
        [Review] = [Ringing, InProgress, Unknown, .. Ends],
    }.ToFrozenDictionary();

    /// <inheritdoc cref="IsWaiting"/>
    internal static readonly CallStatus[] Waiting = [Queued, Held];

    /// <summary>The states in which a number is taken: at most one call per number stands in them, across all batches.</summary>
    internal static readonly CallStatus[] NumberTaken =
        [.. Enum.GetValues<CallStatus>().Where(status => status.IsInFlight() || status == Review)];

    /// <summary>No move leads out of it.</summary>
    public static bool IsFinal(this CallStatus status) => !Table.ContainsKey(status);

    /// <summary>A request to the provider may exist: the number is taken and the call cannot be cancelled, only hung up.</summary>
    public static bool IsInFlight(this CallStatus status) => status is Dialing or Ringing or InProgress or Uncertain;

    /// <summary>Nothing has been asked of a provider: pause and cancel still reach it.</summary>
    public static bool IsWaiting(this CallStatus status) => Waiting.Contains(status);

    public static bool Allows(CallStatus from, CallStatus to) =>
        Table.TryGetValue(from, out var targets) && targets.Contains(to);

    /// <summary>All states from which <paramref name="to"/> may be reached.</summary>
    public static IEnumerable<CallStatus> SourcesOf(CallStatus to) => Enum.GetValues<CallStatus>().Where(from => Allows(from, to));
}
