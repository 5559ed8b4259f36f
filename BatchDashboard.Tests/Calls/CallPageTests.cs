using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Calls;
using Bunit;

namespace BatchDashboard.Tests.Calls;

public sealed class CallPageTests : PageTest
{
    private const string Recipients =
        """
        phone_number,business_name,champion_name
        +12125551000,South Bay Coffee,Sarah H
        +10987654321,John's Laundry,John W
        """;

    [Fact]
    public async Task A_call_shows_what_was_said_with_the_values_of_its_row()
    {
        var call = await FinishedCallAsync();

        var page = Open(call.Id.ToString());

        Assert.Equal("+1 212-555-1000", page.Find("h1").TextContent);
        Assert.Contains("South Bay Coffee", page.Find("section[aria-label=Transcript] ol").TextContent);
        Assert.Contains(page.FindAll(".speaker"), speaker => speaker.TextContent == "Agent");
        var variables = page.FindAll("section[aria-label='Variables as sent'] tbody tr").Select(row => row.TextContent);
        Assert.Contains("business_nameSouth Bay Coffee", variables);
        Assert.Equal(
            ["South Bay Coffee"], page.FindAll("section[aria-label='Rendered prompt'] mark.value").Select(mark => mark.TextContent));
        Assert.Contains("code", page.Find("section[aria-label='Rendered prompt'] mark.missing").TextContent);
    }

    [Fact]
    public async Task A_call_shows_the_settings_that_were_sent_with_it_and_nothing_secret()
    {
        var call = await FinishedCallAsync();

        var settings = Open(call.Id.ToString()).Find("section[aria-label='Settings as sent']");

        var lines = settings.QuerySelectorAll("dt").Zip(settings.QuerySelectorAll("dd"), (label, value) => $"{label.TextContent}: {value.TextContent.Trim()}");
        Assert.Equal(
            [
                "Temperature: 0.7",
                "Tools: 1 definition, not shown: they may hold keys",
                "Voice: june",
                "Language: babel-en",
                "Interruption threshold: 500 milliseconds",
                "Longest duration: 12 minutes",
                "Voicemail action: hangup",
            ],
            lines);
    }

    [Fact]
    public async Task The_events_are_a_list_with_the_time_between_them()
    {
        var call = await FinishedCallAsync();

        var page = Open(call.Id.ToString());
        var steps = page.FindAll("section[aria-label=Events] li");

        Assert.Contains("Queued", steps[0].TextContent);
        Assert.Empty(steps[0].QuerySelector(".delta")!.TextContent);
        Assert.All(steps.Skip(1), step => Assert.Matches(@"^\+\d", step.QuerySelector(".delta")!.TextContent));
        var kept = JsonNode.Parse(page.Find("section[aria-label=Events] details pre").TextContent)!.AsArray();
        Assert.Equal("sandbox", (string?)Assert.Single(kept)!["provider"]);
    }

    [Fact]
    public async Task A_call_leads_back_to_the_list_with_its_filters()
    {
        var call = await FinishedCallAsync();

        var page = Open(call.Id.ToString(), $"?batch={call.BatchId}&status=completed");

        Assert.Equal($"/calls?batch={call.BatchId}&status=completed", page.Find("a.back").GetAttribute("href"));
    }

    [Fact]
    public async Task A_call_leads_to_those_beside_it_in_the_list_it_was_opened_from()
    {
        await StartAsync();
        // The second and the fourth fail; between them is one that does not.
        var batch = await Core.UntilFinalAsync(await Core.LaunchAsync(
            "phone_number\n+12123000101\n+12123010104\n+12123020101\n+12123030104\n+12123040101"));
        var calls = await Core.CallsAsync(batch.Id);

        Assert.Equal(["First of the list", Next(calls[1], "")], Ways(calls[0], ""));
        Assert.Equal([Previous(calls[1], ""), Next(calls[3], "")], Ways(calls[2], ""));
        const string Failed = "&status=failed&reason=number_not_found";
        Assert.Equal(["First of the list", Next(calls[3], Failed)], Ways(calls[1], Failed));
        Assert.Equal([Previous(calls[1], Failed), "Last of the list"], Ways(calls[3], Failed));
        Assert.Equal(["First of the list", "Last of the list"], Ways(calls[1], "&number=12"));
        Assert.Equal(
            [$"← Previous call /calls/{calls[2].Id}", $"Next call → /calls/{calls[0].Id}"], Read(Open(calls[1].Id.ToString())));

        string Previous(CallSummary call, string filter) => $"← Previous call {AddressOf(call, filter)}";
        string Next(CallSummary call, string filter) => $"Next call → {AddressOf(call, filter)}";
        string AddressOf(CallSummary call, string filter) => $"/calls/{call.Id}?batch={batch.Id}{filter}";
        IEnumerable<string> Ways(CallSummary call, string filter) => Read(Open(call.Id.ToString(), $"?batch={batch.Id}{filter}"));
        static IEnumerable<string> Read(IRenderedComponent<CallPage> page) =>
            [.. page.FindAll("nav > *").Select(way => $"{way.TextContent} {way.GetAttribute("href")}".TrimEnd())];
    }

    [Fact]
    public async Task A_skipped_row_shows_what_the_file_says_and_why_it_is_not_called()
    {
        var call = await FinishedCallAsync(CallStatus.Skipped);

        var page = Open(call.Id.ToString());

        Assert.Contains("+10987654321", page.Find("section[aria-label='Why this row is skipped']").TextContent);
        Assert.Equal("phone_number+10987654321", page.Find("tr.fault").TextContent);
        Assert.Contains("John's Laundry", page.Find("section[aria-label='The row in the file']").TextContent);
        Assert.Empty(page.FindAll("section[aria-label=Transcript]"));
    }

    [Fact]
    public async Task A_call_that_goes_on_changes_by_itself()
    {
        await StartSlowAsync(lines: 1);
        var id = await Core.LaunchAsync(LongCalls(2));
        await Core.UntilAsync(id, batch => batch.Counts.InFlight == 1, "one line taken");
        var queued = Assert.Single(await Core.CallsAsync(id, CallStatus.Queued));
        var page = Open(queued.Id.ToString());
        Assert.Contains("has not been dialled yet", page.Markup);
        Assert.NotNull(page.Find("section[aria-label=Settings]"));
        Assert.DoesNotContain("as sent", page.Markup, StringComparison.Ordinal);
        Assert.Contains("calls that may be in progress at once", page.Find("section.notice").TextContent, StringComparison.Ordinal);

        await Core.Service<BatchService>().StopAsync(id, hangUp: false, "tester", default);

        await Core.UntilAsync(id, batch => batch.Counts.Canceled == 1, "the waiting call cancelled");
        page.WaitForAssertion(() => Assert.Equal("Cancelled", page.Find(".chip").TextContent.Trim()), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_call_that_waits_for_its_next_dial_shows_the_one_it_had()
    {
        await StartAsync();
        var id = await Core.LaunchAsync(
            "phone_number\n+12125550101", draft => draft.Settings["retry"] = new JsonObject { ["busy"] = new JsonArray(3600) });
        await Eventually.TrueAsync(
            async () => (await Core.CallsAsync(id)) is [{ Dials: 1, Status: CallStatus.Queued }], TimeSpan.FromSeconds(20), "it waits for its next dial");
        var call = Assert.Single(await Core.CallsAsync(id));

        var page = Open(call.Id.ToString());

        Assert.Single(page.FindAll("section[aria-label=Attempts] tbody tr"));
        Assert.DoesNotContain("not been dialled", page.Markup, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Not dialled", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_nobody_can_know_about_leads_to_the_decision()
    {
        await StartAsync();
        var batch = await Core.LaunchIntoReviewAsync(CoreHost.Numbers(1));
        var call = Assert.Single(await Core.CallsAsync(batch.Id, CallStatus.Review));

        var page = Open(call.Id.ToString());

        Assert.Equal("/review", page.Find("section.notice a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("0199a1b2-1111-7000-8000-00000000f3c2")]
    [InlineData("no-id-at-all")]
    public async Task An_unknown_call_is_said_to_be_unknown_with_a_way_back(string id)
    {
        await StartAsync();

        var page = Open(id);

        Assert.Equal("No such call", page.Find("h1").TextContent);
        Assert.Contains(id, page.Markup);
        Assert.NotEmpty(page.FindAll("a[href='/calls']"));
    }

    private async Task<CallSummary> FinishedCallAsync(params CallStatus[] statuses)
    {
        await StartAsync();
        var batch = await Core.UntilFinalAsync(await Core.LaunchAsync(
            Recipients,
            draft =>
            {
                draft.Settings["task"] = "Call {{business_name}} about {{code}}.";
                draft.Settings["voice"] = "june";
                draft.Settings["max_duration"] = "12";
                draft.Settings["voicemail.action"] = "hangup";
                draft.Settings["webhook"] = "https://example.com/?key=1";
                draft.Settings["tools"] = """[{"url":"https://example.com","headers":{"authorization":"key-1"}}]""";
                draft.SentAsIs = ["code"];
            }));
        return Assert.Single(await Core.CallsAsync(batch.Id, statuses));
    }

    private IRenderedComponent<CallPage> Open(string id, string query = "") =>
        Open<CallPage>($"/calls/{id}{query}", parameters => parameters.Add(page => page.Id, id));
}
