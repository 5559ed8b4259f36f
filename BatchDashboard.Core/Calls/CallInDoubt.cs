using BatchDashboard.Core.Batches;

namespace BatchDashboard.Core.Calls;

/// <summary>A call of which it is not known whether it was placed: it is being looked for, or an operator has to decide.</summary>
public sealed record CallInDoubt
{
    public required CallKey Key { get; init; }
    public required CallId Id { get; init; }
    public required BatchId BatchId { get; init; }
    public required string BatchName { get; init; }
    public required string ToNumber { get; init; }
    public required string? ErrorCode { get; init; }
    public required DateTimeOffset DialledAt { get; init; }
    public required string Provider { get; init; }

    /// <summary>Why its placement is in doubt, as far as that is known.</summary>
    public required string? DoubtCode { get; init; }

    /// <summary>What the provider said of it; null when it said nothing.</summary>
    public required string? ProviderMessage { get; init; }

    /// <summary>While it is looked for: when the provider is asked next.</summary>
    public required DateTimeOffset? AskedNextAt { get; init; }

    /// <summary>When it is looked for no longer.</summary>
    public required DateTimeOffset LookedForUntil { get; init; }

    /// <summary>The provider takes a call twice under the same key as one, so that it is placed again instead of being reviewed.</summary>
    public required bool IsPlacedAgain { get; init; }
}
