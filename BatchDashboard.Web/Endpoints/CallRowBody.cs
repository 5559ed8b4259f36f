using System.Globalization;
using BatchDashboard.Core.Calls;

namespace BatchDashboard.Web.Endpoints;

/// <summary>A call as lists show it.</summary>
internal sealed record CallRowBody
{
    public required Guid CallId { get; init; }
    public required Guid CId { get; init; }
    public required Guid? BatchId { get; init; }
    public required int RowNumber { get; init; }
    public required string? To { get; init; }
    public required string? Status { get; init; }
    public required string QueueStatus { get; init; }
    public required string? AnsweredBy { get; init; }

    /// <summary>Nothing more will happen to it.</summary>
    public required bool Completed { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? EndAt { get; init; }

    /// <summary>In minutes; null before the end.</summary>
    public required double? CallLength { get; init; }

    /// <summary>In seconds; null before the end.</summary>
    public required string? CorrectedDuration { get; init; }

    public required string? ErrorMessage { get; init; }

    public static CallRowBody Of(CallSummary call) => new()
    {
        CallId = call.Id.Value,
        CId = call.Id.Value,
        BatchId = call.BatchId?.Value,
        RowNumber = call.RowNumber,
        To = call.ToNumber,
        Status = CallWireNames.Status(call.Status),
        QueueStatus = CallWireNames.QueueStatus(call.Status),
        AnsweredBy = CallWireNames.Answerer(call.AnsweredBy),
        Completed = CallWireNames.Status(call.Status) is not null,
        CreatedAt = call.CreatedAt,
        EndAt = call.EndedAt,
        CallLength = Minutes(call),
        CorrectedDuration = Seconds(call),
        ErrorMessage = call.ErrorCode,
    };

    private static double? Minutes(CallSummary call) =>
        Spoken(call) is { } time ? Math.Round(time.TotalMinutes, 4) : null;

    private static string? Seconds(CallSummary call) =>
        Spoken(call) is { } time ? Math.Round(time.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null;

    private static TimeSpan? Spoken(CallSummary call) => call.EndedAt is null ? null : call.Duration ?? TimeSpan.Zero;
}
