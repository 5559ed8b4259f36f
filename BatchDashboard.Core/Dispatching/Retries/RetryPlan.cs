using System.Text.Json.Nodes;
using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Dispatching.Retries;

/// <summary>How often, and how much later, somebody who was not reached is called again, by what happened.</summary>
public sealed class RetryPlan
{
    private static readonly CallStatus[] Outcomes = [CallStatus.NoAnswer, CallStatus.Busy, CallStatus.Voicemail, CallStatus.Failed];

    private readonly Dictionary<CallStatus, IReadOnlyList<TimeSpan>> _waits = [];

    private RetryPlan()
    {
    }

    /// <summary>Nobody is called twice.</summary>
    public static RetryPlan None { get; } = new();

    /// <param name="retry">The call setting, as the catalogue leaves it; null when it is not set.</param>
    public static RetryPlan Of(JsonNode? retry)
    {
        if (retry is not JsonObject parts)
            return None;
        var plan = new RetryPlan();
        if ((long?)parts["wait"] is { } wait)
        {
            var alike = Enumerable.Repeat(TimeSpan.FromSeconds(wait), (int)((long?)parts["times"] ?? 1)).ToList();
            foreach (var outcome in Outcomes.Where(outcome => outcome != CallStatus.Failed))
                plan._waits[outcome] = alike;
        }

        foreach (var outcome in Outcomes)
        {
            if (parts[WireName.Of(outcome)] is JsonArray own)
                plan._waits[outcome] = [.. own.Select(seconds => TimeSpan.FromSeconds((long)seconds!))];
        }

        return plan;
    }

    /// <summary>How long after this end the call is dialled again; null: it is not.</summary>
    /// <param name="before">How often the call has ended so before.</param>
    public TimeSpan? WaitAfter(CallStatus outcome, int before) =>
        _waits.TryGetValue(outcome, out var waits) && before < waits.Count ? waits[before] : null;
}
