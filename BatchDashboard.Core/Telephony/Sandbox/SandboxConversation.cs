using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Telephony.Sandbox;

/// <summary>What was said on a call that was picked up, the row's variables in it, and a sentence about it.</summary>
internal sealed record SandboxConversation(IReadOnlyList<SandboxTurn> Turns, string Summary)
{
    private const int MostQuestions = 8;
    private const int LongestValue = 160;

    private static readonly string[] Agreements = ["Yes, that's right.", "That's correct.", "Yes, still so.", "Right."];
    private static readonly string[] Greetings = ["Hi, I have a minute.", "Hello. Sure, go ahead.", "Yes, speaking."];
    private static readonly string[] Farewells = ["Thanks, you too. Bye.", "Thank you, goodbye.", "All right, bye."];

    private static readonly Func<string, string, string>[] Questions =
    [
        (label, value) => $"In my notes I have {label}: {value}. Is that still right?",
        (label, value) => $"Let me check the {label} with you. Here it says {value}.",
        (label, value) => $"And for {label} I see {value}. Is that correct?",
    ];

    public static SandboxConversation Hold(
        SandboxRequest request, AnsweredBy answeredBy, TemplateRenderer render, SandboxDice dice) =>
        answeredBy is AnsweredBy.Voicemail ? WithVoicemail(request, render) : WithPerson(request, render, dice);

    private static SandboxConversation WithPerson(SandboxRequest request, TemplateRenderer render, SandboxDice dice)
    {
        var (opening, who) = (SandboxOpening.Of(request, render), SpokenVariables.Recipient(request.Variables));
        List<SandboxTurn> turns = [];
        if (request.WaitsForGreeting) turns.Add(SandboxTurn.User("Hello?"));
        turns.Add(SandboxTurn.Assistant(opening));
        turns.Add(SandboxTurn.User(who is null ? dice.Pick(Greetings) : $"Hi, this is {who}. Go ahead."));

        var asked = SpokenVariables.Of(request.Variables)
            .Where(variable => !opening.Contains(variable.Value, StringComparison.Ordinal))
            .Take(MostQuestions)
            .ToList();
        foreach (var (label, value) in asked)
        {
            turns.Add(SandboxTurn.Assistant(dice.Pick(Questions)(label, SandboxOpening.Shorten(value, LongestValue))));
            turns.Add(SandboxTurn.User(dice.Pick(Agreements)));
        }

        turns.Add(SandboxTurn.Assistant("That is all I needed. Thank you for your time, and have a nice day."));
        turns.Add(SandboxTurn.User(dice.Pick(Farewells)));
        return new SandboxConversation(turns, Summarize(who, asked.Select(variable => variable.Label)));
    }

    private static SandboxConversation WithVoicemail(SandboxRequest request, TemplateRenderer render)
    {
        var who = SpokenVariables.Recipient(request.Variables) ?? "this number";
        var greeting = SandboxTurn.User($"This is the voicemail of {who}. Please leave a message after the tone.");
        return request.VoicemailAction switch
        {
            "leave_message" => new(
                [greeting, SandboxTurn.Assistant(Message(request, render))],
                "Reached voicemail and left a message."),
            "ignore" => new(
                [greeting, SandboxTurn.Assistant(SandboxOpening.Of(request, render))],
                "Reached voicemail and spoke to it."),
            _ => new(
                [greeting, SandboxTurn.Action("Voicemail detected, hanging up.")],
                "Reached voicemail and hung up."),
        };
    }

    private static string Message(SandboxRequest request, TemplateRenderer render) =>
        request.VoicemailMessage is { } message
            ? render(message, request.Variables)
            : $"{SandboxOpening.Of(request, render)} Please call us back when it suits you.";

    private static string Summarize(string? who, IEnumerable<string> confirmed)
    {
        var topics = string.Join(", ", confirmed);
        var spoke = $"Spoke with {who ?? "the recipient"}";
        return topics.Length == 0 ? $"{spoke}, who was happy to be called." : $"{spoke} and confirmed {topics}.";
    }
}
