using BatchDashboard.Core.Batches;

namespace BatchDashboard.Core.Calls;

/// <summary>A call as lists show it.</summary>
public sealed record CallSummary
{
    public required CallKey Key { get; init; }
    public required CallId Id { get; init; }
    public required BatchId? BatchId { get; init; }
    public required string? BatchName { get; init; }
    public required CallStatus Status { get; init; }
    public required string? ToNumber { get; init; }
    public required AnsweredBy? AnsweredBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was dialled for the first time; null before that.</summary>
    public required DateTimeOffset? StartedAt { get; init; }

    public required DateTimeOffset? AnsweredAt { get; init; }
    public required DateTimeOffset? EndedAt { get; init; }
    public required DateTimeOffset? NotBefore { get; init; }
    public required int Dials { get; init; }
    public required string? ErrorCode { get; init; }

    public int RowNumber => Key.RowNumber;

    /// <summary>Time spoken; null before the call was answered and ended.</summary>
    public TimeSpan? Duration => EndedAt - AnsweredAt;
}
