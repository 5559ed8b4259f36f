using BatchDashboard.Core;
using BatchDashboard.Core.Calls;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Calls;

/// <summary>An event of a call in words for people.</summary>
/// <param name="Delta">How long after the step before; empty for the first.</param>
public sealed record CallStep(DateTimeOffset At, string Delta, string Words, string? Detail)
{
    public static IReadOnlyList<CallStep> Of(IReadOnlyList<CallEvent> events)
    {
        var severalDials = events.Max(step => step.Dial) > 1;
        return
        [
            .. events.Select((step, index) => new CallStep(
                step.At,
                index == 0 ? "" : $"+{SpanText.Words(step.At - events[index - 1].At)}",
                severalDials && step.Dial is { } dial ? $"{WordsOf(step)} (dial {dial})" : WordsOf(step),
                DetailOf(step))),
        ];
    }

    private static string WordsOf(CallEvent step) => step.Name switch
    {
        "dialing" => "Dialled",
        "accepted" => "Taken by the provider",
        "ringing" => "Ringing",
        "answered" => "Answered",
        "not_placed" => "Not placed",
        "next_try" => "Next try",
        var name => WireName.Parse<CallStatus>(name) is { } status ? status.Look().Word : name.Replace('_', ' '),
    };

    private static string? DetailOf(CallEvent step) => step switch
    {
        { Detail: null } => null,
        { Name: "accepted" } => $"Provider's id {step.Detail}",
        { Name: "answered" } => WireName.Parse<AnsweredBy>(step.Detail) is { } by ? $"by {CallOutcomeText.Of(by)}" : step.Detail,
        { Name: "next_try" or "skipped" } => $"{CallReasons.Of(step.Detail).Words}.",
        _ => step.Detail,
    };
}
