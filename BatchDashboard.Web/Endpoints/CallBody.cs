using System.Text.Json.Nodes;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Dispatching.Standstills;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Everything about one call, flat as the programs of the public API expect it.</summary>
internal sealed record CallBody
{
    public required Guid CallId { get; init; }
    public required Guid CId { get; init; }
    public required Guid? BatchId { get; init; }
    public required string? To { get; init; }
    public required JsonNode? From { get; init; }
    public required string? Status { get; init; }
    public required string QueueStatus { get; init; }
    public required string? AnsweredBy { get; init; }
    public required bool Completed { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? StartedAt { get; init; }
    public required DateTimeOffset? EndAt { get; init; }
    public required double? CallLength { get; init; }
    public required string? CorrectedDuration { get; init; }
    public required string? ErrorMessage { get; init; }
    public required JsonNode? RequestData { get; init; }
    public required IReadOnlyDictionary<string, string> Variables { get; init; }
    public required JsonNode? Metadata { get; init; }
    public required string? Summary { get; init; }
    public required decimal? Price { get; init; }
    public required string? RecordingUrl { get; init; }
    public required string? CallEndedBy { get; init; }
    public required string ConcatenatedTranscript { get; init; }
    public required IReadOnlyList<TranscriptBody> Transcripts { get; init; }
    public required JsonNode? MaxDuration { get; init; }
    public required JsonNode? PathwayId { get; init; }
    public required int RowNumber { get; init; }
    public required IReadOnlyList<AttemptBody> Attempts { get; init; }
    public required IReadOnlyList<CallEventBody> Events { get; init; }

    /// <summary>Why it is not being dialled; null when it does not wait.</summary>
    public required WaitingForBody? WaitingFor { get; init; }

    public static CallBody Of(CallDetail call, Standstill? standstill)
    {
        var (row, last) = (CallRowBody.Of(call.Summary), call.LastAttempt);
        return new CallBody
        {
            CallId = row.CallId,
            CId = row.CId,
            BatchId = row.BatchId,
            To = row.To,
            From = call.Settings["from"],
            Status = row.Status,
            QueueStatus = row.QueueStatus,
            AnsweredBy = row.AnsweredBy,
            Completed = row.Completed,
            CreatedAt = row.CreatedAt,
            StartedAt = last?.AcceptedAt,
            EndAt = row.EndAt,
            CallLength = row.CallLength,
            CorrectedDuration = row.CorrectedDuration,
            ErrorMessage = call.Skipped?.Message ?? last?.ErrorMessage ?? row.ErrorMessage,
            RequestData = call.Settings["request_data"] ?? new JsonObject(),
            Variables = call.Variables,
            Metadata = call.Settings["metadata"] ?? new JsonObject(),
            Summary = last?.Summary,
            Price = last?.Price,
            RecordingUrl = last?.RecordingUrl,
            CallEndedBy = last?.EndedBy,
            ConcatenatedTranscript = string.Join(" \n ", call.Transcript.Select(line => $"{line.User}: {line.Text}")),
            Transcripts = [.. call.Transcript.Select(TranscriptBody.Of)],
            MaxDuration = call.Settings["max_duration"],
            PathwayId = call.Settings["pathway_id"],
            RowNumber = row.RowNumber,
            Attempts = [.. call.Attempts.Select(AttemptBody.Of)],
            Events = [.. call.Events.Select(CallEventBody.Of)],
            WaitingFor = WaitingForBody.Of(standstill),
        };
    }
}
