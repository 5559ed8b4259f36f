using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Dispatching;

/// <summary>What one intent transaction allowed, and why it allowed no more.</summary>
/// <param name="Skipped">Calls whose turn had come and that may not be dialled any more.</param>
public sealed record IntentGroup(IReadOnlyList<DialIntent> Intents, IReadOnlyList<CallKey> Skipped, IntentLimit Limit)
{
    public static IntentGroup None(IntentLimit limit) => new([], [], limit);

    public IReadOnlyList<CallKey> Changed => [.. Intents.Select(intent => intent.Call), .. Skipped];
}
