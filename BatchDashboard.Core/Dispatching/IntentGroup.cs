using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Dispatching;

/// <summary>What one intent transaction allowed, and why it allowed no more.</summary>
/// <param name="Passed">Calls whose turn had come and that are not dialled: skipped for good, or held for now.</param>
/// <param name="Batch">The batch as the transaction saw it.</param>
public sealed record IntentGroup(
    IReadOnlyList<DialIntent> Intents, IReadOnlyList<CallKey> Passed, IntentLimit Limit, DialState Batch)
{
    public static IntentGroup None(IntentLimit limit, DialState batch) => new([], [], limit, batch);

    public IReadOnlyList<CallKey> Changed => [.. Intents.Select(intent => intent.Call), .. Passed];
}
