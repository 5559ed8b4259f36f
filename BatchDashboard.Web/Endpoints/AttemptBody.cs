using BatchDashboard.Core;
using BatchDashboard.Core.Calls;

namespace BatchDashboard.Web.Endpoints;

/// <summary>One dial of a call.</summary>
/// <param name="Attempt">Its number, from 1.</param>
/// <param name="Status">In our own, finer words; <c>queued</c>: it was surely not placed.</param>
internal sealed record AttemptBody(
    int Attempt,
    Guid AttemptId,
    string Status,
    string Provider,
    string? ProviderCallId,
    DateTimeOffset IntendedAt,
    DateTimeOffset? AcceptedAt,
    DateTimeOffset? RingingAt,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? EndedAt,
    string? AnsweredBy,
    string? EndedBy,
    string? ErrorCode,
    string? ErrorMessage,
    decimal? Price)
{
    public static AttemptBody Of(CallAttempt attempt) => new(
        attempt.Dial,
        attempt.Key,
        WireName.Of(attempt.Status),
        attempt.Provider,
        attempt.ProviderCallId,
        attempt.IntendedAt,
        attempt.AcceptedAt,
        attempt.RingingAt,
        attempt.AnsweredAt,
        attempt.EndedAt,
        CallWireNames.Answerer(attempt.AnsweredBy),
        attempt.EndedBy,
        attempt.ErrorCode,
        attempt.ErrorMessage,
        attempt.Price);
}
