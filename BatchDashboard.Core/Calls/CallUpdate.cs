using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Core.Calls;

/// <summary>Something that was learnt about one attempt, from whatever side; see <see cref="CallUpdates"/>.</summary>
public abstract record CallUpdate(AttemptKey Attempt)
{
    /// <summary>The provider's answer to the placement.</summary>
    public sealed record Placed(AttemptKey Attempt, PlacementResult Answer) : CallUpdate(Attempt);

    /// <summary>What the provider says of the call, pushed or asked for.</summary>
    public sealed record Reported(ProviderCall Call) : CallUpdate(Call.Key);

    /// <summary>No answer to the placement came within its deadline: it may or may not exist.</summary>
    public sealed record FellSilent(AttemptKey Attempt) : CallUpdate(Attempt);

    /// <summary>Asked about and not found so far; it is asked about again at <paramref name="AskAgainAt"/>.</summary>
    public sealed record NotFound(AttemptKey Attempt, DateTimeOffset AskAgainAt) : CallUpdate(Attempt);

    /// <summary>It cannot be known whether it was placed: an operator decides.</summary>
    public sealed record GivenUp(AttemptKey Attempt) : CallUpdate(Attempt);
}
