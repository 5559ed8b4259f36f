using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches;

namespace BatchDashboard.Core.Calls;

/// <summary>Everything that is known of one call.</summary>
/// <param name="Attempts">In order of dialling.</param>
/// <param name="Settings">The settings that hold for this recipient, <c>request_data</c> and <c>metadata</c> included.</param>
/// <param name="Variables">The row's values as the prompt sees them.</param>
/// <param name="Skipped">Set when the row was skipped.</param>
public sealed record CallDetail(
    CallSummary Summary,
    BatchSummary? Batch,
    IReadOnlyList<CallAttempt> Attempts,
    JsonObject Settings,
    IReadOnlyDictionary<string, string> Variables,
    IReadOnlyList<TranscriptLine> Transcript,
    IReadOnlyList<CallEvent> Events,
    SkippedRow? Skipped)
{
    /// <summary>The latest attempt that a provider took, or the latest of all.</summary>
    public CallAttempt? LastAttempt =>
        Attempts.LastOrDefault(attempt => attempt.AcceptedAt is not null) ?? (Attempts.Count > 0 ? Attempts[^1] : null);
}
