using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Core.Calls;

/// <summary>Something that was learnt about one attempt, from whatever side; see <see cref="CallUpdates"/>.</summary>
public abstract record CallUpdate(AttemptKey Attempt)
{
    /// <summary>The provider's answer to the placement, the first one or a repeat.</summary>
    public sealed record Placed(AttemptKey Attempt, PlacementResult Answer) : CallUpdate(Attempt);

    /// <summary>The provider, which honours our keys, does not know it, and no request for it can be on its way any more.</summary>
    /// <param name="LastIntendedAt">The request that is known to be gone; a later one may be on its way.</param>
    public sealed record NotPlaced(AttemptKey Attempt, DateTimeOffset LastIntendedAt) : CallUpdate(Attempt);

    /// <summary>What the provider says of the call, pushed or asked for.</summary>
    public sealed record Reported(ProviderCall Call) : CallUpdate(Call.Key);

    /// <summary>
    /// What a provider posted without our key: it belongs to the attempt with its call id, and is parked while there is none.
    /// </summary>
    public sealed record Posted(string Provider, ProviderCall Call) : CallUpdate(default(AttemptKey));

    /// <summary>No answer to the placement came within its deadline: it may or may not exist.</summary>
    public sealed record FellSilent(AttemptKey Attempt) : CallUpdate(Attempt);

    /// <summary>Asked about and not found so far; it is asked about again at <paramref name="AskAgainAt"/>.</summary>
    /// <param name="IsUnknownThere">The provider was asked and does not know it; otherwise it could not be asked.</param>
    public sealed record NotFound(AttemptKey Attempt, DateTimeOffset AskAgainAt, bool IsUnknownThere) : CallUpdate(Attempt);

    /// <summary>It cannot be known whether it was placed: an operator decides.</summary>
    public sealed record GivenUp(AttemptKey Attempt) : CallUpdate(Attempt);
}
