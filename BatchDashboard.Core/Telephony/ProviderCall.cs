using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Telephony;

/// <summary>What a provider says of a call, at the time it says so; the whole truth it has, never a difference.</summary>
/// <param name="Key">The attempt it belongs to; a number alone is no match.</param>
/// <param name="Status">Ringing, in progress, or how it ended.</param>
public sealed record ProviderCall(string ProviderCallId, AttemptKey Key, CallStatus Status)
{
    public DateTimeOffset? RingingAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public AnsweredBy? AnsweredBy { get; init; }
    public string? ErrorCode { get; init; }
    public string? ErrorMessage { get; init; }
    public string? EndedBy { get; init; }
    public IReadOnlyList<TranscriptLine> Transcript { get; init; } = [];
    public string? Summary { get; init; }
    public string? RecordingUrl { get; init; }
    public decimal? Price { get; init; }
}
