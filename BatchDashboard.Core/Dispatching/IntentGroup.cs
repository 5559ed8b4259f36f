namespace BatchDashboard.Core.Dispatching;

/// <summary>What one intent transaction allowed, and why it allowed no more.</summary>
public sealed record IntentGroup(IReadOnlyList<DialIntent> Intents, IntentLimit Limit);
