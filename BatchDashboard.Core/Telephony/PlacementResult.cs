namespace BatchDashboard.Core.Telephony;

/// <summary>The answer to a placement, classified.</summary>
/// <param name="ProviderCallId">Set when accepted.</param>
/// <param name="Code">The provider's or our code of a refusal.</param>
/// <param name="Message">In the provider's words, when it gave some.</param>
/// <param name="RetryAfter">How long the provider asks to be left alone, when it says so.</param>
public sealed record PlacementResult(
    PlacementOutcome Outcome,
    string? ProviderCallId = null,
    string? Code = null,
    string? Message = null,
    TimeSpan? RetryAfter = null);
