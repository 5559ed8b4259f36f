using System.Text.Json;
using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Telephony.Bland;

/// <summary>A call as the provider describes it, asked or by itself.</summary>
internal sealed class BlandCall(JsonElement call)
{
    public string? Id => call.Member("call_id").Text() ?? call.Member("c_id").Text();

    /// <summary>Null: it carries none, so nothing says that it is ours.</summary>
    public AttemptKey? Key => Guid.TryParse(
        call.Member("metadata").Member(BlandRequest.KeyName).Text()
        ?? call.Member("variables").Member("metadata").Member(BlandRequest.KeyName).Text(),
        out var key)
        ? new AttemptKey(key)
        : null;

    public DateTimeOffset? CreatedAt => call.Member("created_at").Time();

    public ProviderCall ToProviderCall(string id, AttemptKey key)
    {
        var status = Status;
        var ended = status.IsFinal();
        var answered = AnsweredAt(status);
        return new ProviderCall(id, key, status)
        {
            AnsweredAt = answered,
            EndedAt = ended ? EndedAt(answered) : null,
            AnsweredBy = AnsweredBy,
            ErrorCode = status == CallStatus.Failed ? "call_failed" : null,
            ErrorMessage = ended ? call.Member("error_message").Text() : null,
            EndedBy = ended ? call.Member("call_ended_by").Text() : null,
            Transcript = [.. Lines()],
            Summary = call.Member("summary").Text(),
            RecordingUrl = RecordingUrl,
            Price = call.Member("price").Number(),
        };
    }

    /// <summary>Until somebody talks it is said to be ringing: the provider does not tell a queued call from a ringing one.</summary>
    private CallStatus Status => call.Member("status").Text()?.ToLowerInvariant() switch
    {
        "completed" or "complete" => Completed,
        "failed" => CallStatus.Failed,
        "busy" => CallStatus.Busy,
        "no-answer" or "no_answer" => CallStatus.NoAnswer,
        "canceled" or "cancelled" => CallStatus.Canceled,
        _ when IsError => CallStatus.Failed,
        _ when call.Member("completed").Flag() is true => HasTalked || AnsweredBy is not null ? Completed : CallStatus.Failed,
        _ => call.Member("started_at").Time() is null ? CallStatus.Ringing : CallStatus.InProgress,
    };

    private CallStatus Completed => AnsweredBy switch
    {
        Calls.AnsweredBy.Voicemail => CallStatus.Voicemail,
        Calls.AnsweredBy.NoAnswer => CallStatus.NoAnswer,
        _ => CallStatus.Completed,
    };

    private bool IsError => call.Member("queue_status").Text() is "pre_queue_error" or "call_error";

    private bool HasTalked => Length > TimeSpan.Zero;

    private AnsweredBy? AnsweredBy => call.Member("answered_by").Text()?.ToLowerInvariant() switch
    {
        "human" => Calls.AnsweredBy.Human,
        "voicemail" => Calls.AnsweredBy.Voicemail,
        "no-answer" or "no_answer" => Calls.AnsweredBy.NoAnswer,
        "unknown" => Calls.AnsweredBy.Unknown,
        _ => null,
    };

    private string? RecordingUrl =>
        Uri.TryCreate(call.Member("recording_url").Text(), UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
            ? url.AbsoluteUri
            : null;

    /// <summary>From the seconds that were counted afterwards, or the minutes that were counted at first.</summary>
    private TimeSpan? Length =>
        Seconds(call.Member("corrected_duration").Number()) ?? Seconds(call.Member("call_length").Number() * 60);

    private DateTimeOffset? AnsweredAt(CallStatus status) => status switch
    {
        CallStatus.InProgress or CallStatus.Completed or CallStatus.Voicemail => call.Member("started_at").Time(),
        CallStatus.Canceled when HasTalked => call.Member("started_at").Time(),
        _ => null,
    };

    // end_at of a call that was cut short may be when it would have been ended at the latest.
    private DateTimeOffset? EndedAt(DateTimeOffset? answered) =>
        answered + Length ?? (call.Member("completed").Flag() is true ? call.Member("end_at").Time() : null);

    private IEnumerable<TranscriptLine> Lines()
    {
        var number = 0;
        foreach (var line in call.Member("transcripts").Items())
        {
            if (line.Member("text").Text() is not { } text)
                continue;
            number++;
            yield return new TranscriptLine(
                number, line.Member("created_at").Time() ?? CreatedAt ?? default, text, line.Member("user").Text() ?? "unknown");
        }
    }

    private static TimeSpan? Seconds(decimal? seconds) =>
        seconds is >= 0 and < 1_000_000 ? TimeSpan.FromSeconds((double)seconds) : null;
}
