using BatchDashboard.Core.Calls;

namespace BatchDashboard.Web.Calls;

/// <summary>Says in a few words how a call stands or what came of it, beyond its status.</summary>
internal static class CallOutcomeText
{
    /// <summary>Empty when the status says it all.</summary>
    public static string Of(CallSummary call) => call switch
    {
        { ErrorCode: { } code } => CallReasons.Of(code).Words,
        { AnsweredBy: { } by and not AnsweredBy.NoAnswer } => $"Answered by {Of(by)}",
        _ => "",
    };

    public static string OrDash(CallSummary call) => Of(call) is { Length: > 0 } said ? said : "–";

    /// <summary>When a call that waits is dialled next; null when it does not wait for a time.</summary>
    public static DateTimeOffset? NextTry(this CallSummary call) => call.Status.IsWaiting() ? call.NotBefore : null;

    public static string Of(AnsweredBy by) => by switch
    {
        AnsweredBy.Human => "a person",
        AnsweredBy.Voicemail => "voicemail",
        AnsweredBy.NoAnswer => "nobody",
        _ => "unknown",
    };

    /// <summary>Who hung up, in words; providers name them in capitals.</summary>
    public static string EndedBy(string who) => who.ToUpperInvariant() switch
    {
        "ASSISTANT" => "the agent",
        "USER" => "the recipient",
        "API" => "an operator or a program",
        _ => who,
    };
}
