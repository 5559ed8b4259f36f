using BatchDashboard.Core.Calls;

namespace BatchDashboard.Web.Endpoints;

/// <summary>How the public API names the states of calls, which are coarser than ours.</summary>
internal static class CallWireNames
{
    /// <summary>What may be asked for as <c>status</c>, and what it stands for.</summary>
    public static readonly IReadOnlyDictionary<string, CallStatus[]> Statuses = new Dictionary<string, CallStatus[]>
    {
        ["completed"] = [CallStatus.Completed, CallStatus.Voicemail],
        ["failed"] = [CallStatus.Failed],
        ["busy"] = [CallStatus.Busy],
        ["no-answer"] = [CallStatus.NoAnswer],
        ["canceled"] = [CallStatus.Canceled],
        ["unknown"] = [CallStatus.Unknown, CallStatus.Review],
        ["review"] = [CallStatus.Review],
        ["skipped"] = [CallStatus.Skipped],
        ["queued"] = [CallStatus.Queued, CallStatus.Held],
        ["in_progress"] = [CallStatus.Dialing, CallStatus.Ringing, CallStatus.InProgress, CallStatus.Uncertain],
    };

    public static readonly IReadOnlyDictionary<string, AnsweredBy> Answerers = new Dictionary<string, AnsweredBy>
    {
        ["human"] = AnsweredBy.Human,
        ["voicemail"] = AnsweredBy.Voicemail,
        ["no-answer"] = AnsweredBy.NoAnswer,
        ["unknown"] = AnsweredBy.Unknown,
    };

    /// <summary>Null while the call goes on.</summary>
    public static string? Status(CallStatus status) => status switch
    {
        CallStatus.Completed or CallStatus.Voicemail => "completed",
        CallStatus.Failed => "failed",
        CallStatus.Busy => "busy",
        CallStatus.NoAnswer => "no-answer",
        CallStatus.Canceled => "canceled",
        CallStatus.Unknown or CallStatus.Review => "unknown",
        CallStatus.Skipped => "skipped",
        _ => null,
    };

    public static string QueueStatus(CallStatus status) => status switch
    {
        CallStatus.Queued or CallStatus.Held => "queued",
        CallStatus.Dialing => "allocated",
        CallStatus.Ringing or CallStatus.InProgress or CallStatus.Uncertain => "started",
        CallStatus.Skipped => "pre_queue_error",
        CallStatus.Failed or CallStatus.Unknown or CallStatus.Review => "call_error",
        _ => "complete",
    };

    public static string? Answerer(AnsweredBy? answeredBy) => answeredBy switch
    {
        AnsweredBy.Human => "human",
        AnsweredBy.Voicemail => "voicemail",
        AnsweredBy.NoAnswer => "no-answer",
        AnsweredBy.Unknown => "unknown",
        _ => null,
    };
}
