using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Calls;

/// <summary>Statuses of calls that people count as one; every status is in exactly one group.</summary>
/// <param name="Name">As it stands in addresses.</param>
/// <param name="Word">The name for people.</param>
public sealed record CallGroup(string Name, string Word, Tone Tone, IReadOnlyList<CallStatus> Statuses)
{
    public static readonly CallGroup InProgress = new(
        "in_progress", "In progress", Tone.Active,
        [CallStatus.Dialing, CallStatus.Ringing, CallStatus.InProgress, CallStatus.Uncertain]);

    public static readonly CallGroup Failed = new("failed", "Failed", Tone.Danger, [CallStatus.Failed]);

    public static readonly CallGroup Skipped = new("skipped", "Skipped", Tone.Neutral, [CallStatus.Skipped]);

    /// <summary>In the order of a bar: what is done, what goes on, what is to come, what will not be.</summary>
    public static readonly IReadOnlyList<CallGroup> All =
    [
        new("completed", "Completed", Tone.Success, [CallStatus.Completed]),
        new("voicemail", "Voicemail", Tone.Info, [CallStatus.Voicemail]),
        new("no_answer", "No answer", Tone.Warning, [CallStatus.NoAnswer]),
        new("busy", "Busy", Tone.Warning, [CallStatus.Busy]),
        Failed,
        new("unknown", "Unknown", Tone.Danger, [CallStatus.Unknown, CallStatus.Review]),
        InProgress,
        new("queued", "Queued", Tone.Neutral, [CallStatus.Queued, CallStatus.Held]),
        new("canceled", "Cancelled", Tone.Neutral, [CallStatus.Canceled]),
        Skipped,
    ];

    /// <summary>Null when no group is called so.</summary>
    public static CallGroup? Find(string? name) => All.FirstOrDefault(group => group.Name == name);

    public int CountIn(BatchCounts counts) => Statuses.Sum(counts.Of);
}
