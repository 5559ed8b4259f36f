using System.Text.Json;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.Telephony.Sandbox;

namespace BatchDashboard.Tests.Telephony;

public sealed class SandboxConversationTests
{
    private const string FirstTable =
        """
        "request_data":{"business_name":"South Bay Coffee","previous_customer":"Yes","champion_name":"Sarah H",
        "webhook":"https://example.com/webhook1"}
        """;

    [Fact]
    public void The_rows_variables_are_spoken()
    {
        var conversation = Hold($$"""{"task":"You are a friendly caller.",{{FirstTable}}}""");

        var spoken = Spoken(conversation);
        Assert.Contains("business name", spoken, StringComparison.Ordinal);
        Assert.Contains("South Bay Coffee", spoken, StringComparison.Ordinal);
        Assert.Contains("previous customer", spoken, StringComparison.Ordinal);
        Assert.Contains("Sarah H", spoken, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", spoken, StringComparison.Ordinal);
        Assert.Equal(
            "Spoke with Sarah H and confirmed business name, previous customer, champion name.", conversation.Summary);
    }

    [Fact]
    public void The_prompt_opens_with_its_variables_filled_in()
    {
        var conversation = Hold(
            """
            {"task":"Hi {{customer_name}}, would you like to \nschedule your next {{service}}?",
            "request_data":{"customer_name":"Emily","service":"Home Cleaning"}}
            """);

        Assert.Equal(
            SandboxTurn.Assistant(
                "Hi Emily, would you like to schedule your next Home Cleaning?"),
            conversation.Turns[0]);
        Assert.Equal("Spoke with Emily, who was happy to be called.", conversation.Summary);
    }

    [Fact]
    public void The_first_sentence_goes_before_the_prompt()
    {
        var conversation = Hold(
            $$$"""{"first_sentence":"Is this {{business_name}}?","task":"Sell.",{{{FirstTable}}}}""");

        Assert.Equal(SandboxTurn.Assistant("Is this South Bay Coffee?"), conversation.Turns[0]);
    }

    [Theory]
    [InlineData("{\"task\":\"You are Anna. Call people.\"}")]
    [InlineData("{\"pathway_id\":\"p1\"}")]
    [InlineData("{\"task\":[],\"first_sentence\":\"  \",\"request_data\":[1],\"voicemail\":\"hangup\"}")]
    public void Without_words_to_say_it_opens_politely(string settings) =>
        Assert.Equal("Hello, this is an automated call. Do you have a minute?", Hold(settings).Turns[0].Text);

    [Fact]
    public void The_person_speaks_first_when_a_greeting_is_awaited() =>
        Assert.Equal("user", Hold("""{"task":"Hi.","wait_for_greeting":"true"}""").Turns[0].By);

    [Fact]
    public void Braces_inside_values_are_never_expanded()
    {
        var spoken = Spoken(Hold(
            """
            {"first_sentence":"Hi {{name}}!",
            "request_data":{"name":"{{secret}}","note":"say {{secret}}","secret":"Plan 9"}}
            """));

        Assert.Contains("Hi {{secret}}!", spoken, StringComparison.Ordinal);
        Assert.Contains("say {{secret}}", spoken, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_and_truths_are_spoken_and_names_are_put_into_words()
    {
        var spoken = Spoken(Hold("""{"task":"Hi.","request_data":{"orderCount":12,"is_open":true,"nothing":null}}"""));

        Assert.Contains("order count", spoken, StringComparison.Ordinal);
        Assert.Contains("12", spoken, StringComparison.Ordinal);
        Assert.Contains("is open", spoken, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing", spoken, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_prompts_and_values_are_cut_between_words_or_characters()
    {
        var prompt = string.Concat(Enumerable.Repeat("One more thing. ", 100));
        var wide = string.Concat(Enumerable.Repeat("😀", 500));

        var turns = Hold($$"""{"task":"{{prompt}}", "request_data":{"a":"x{{wide}}"} }""").Turns;

        Assert.EndsWith("One more thing.", turns[0].Text, StringComparison.Ordinal);
        Assert.All(turns, turn => Assert.InRange(turn.Text.Length, 1, 400));
        Assert.All(turns, turn => Assert.DoesNotContain('\uFFFD', turn.Text.Normalize()));
    }

    [Theory]
    [InlineData("", "agent-action", "Voicemail detected, hanging up.")]
    [InlineData(",\"voicemail\":{\"action\":\"hangup\"}", "agent-action", "Voicemail detected, hanging up.")]
    [InlineData(",\"voicemail\":{\"action\":\"leave_message\",\"message\":\"Call {{who}}.\"}", "assistant", "Call Bo.")]
    [InlineData(
        ",\"voicemail\":{\"action\":\"leave_message\"}", "assistant", "Hi Bo. Please call us back when it suits you.")]
    [InlineData(",\"voicemail\":{\"action\":\"ignore\"}", "assistant", "Hi Bo.")]
    public void Voicemail_is_treated_as_the_settings_say(string voicemail, string by, string text)
    {
        var settings = "{\"task\":\"Hi {{who}}.\",\"request_data\":{\"who\":\"Bo\"}" + voicemail + "}";

        var conversation = Hold(settings, AnsweredBy.Voicemail);

        Assert.Equal("user", conversation.Turns[0].By);
        Assert.Equal(new SandboxTurn(by, text), conversation.Turns[1]);
        Assert.StartsWith("Reached voicemail", conversation.Summary, StringComparison.Ordinal);
    }

    private static SandboxConversation Hold(string settings, AnsweredBy by = AnsweredBy.Human) =>
        SandboxConversation.Hold(
            SandboxRequest.From(JsonElement.Parse(settings)),
            by,
            SandboxTemplates.Render,
            new SandboxDice(1, new PhoneNumber("+12125550123"), 1, "conversation"));

    private static string Spoken(SandboxConversation conversation) =>
        string.Join('\n', conversation.Turns.Where(turn => turn.By == "assistant").Select(turn => turn.Text));
}
