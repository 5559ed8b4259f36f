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
    public async Task The_events_are_a_list_with_the_time_between_them()
    {
        var call = await FinishedCallAsync();

        var steps = Open(call.Id.ToString()).FindAll("section[aria-label=Events] li");

        Assert.Contains("Queued", steps[0].TextContent);
        Assert.Empty(steps[0].QuerySelector(".delta")!.TextContent);
        Assert.All(steps.Skip(1), step => Assert.Matches(@"^\+\d", step.QuerySelector(".delta")!.TextContent));
    }

    [Fact]
    public async Task A_call_leads_back_to_the_list_with_its_filters()
    {
        var call = await FinishedCallAsync();

        var page = Open(call.Id.ToString(), $"?batch={call.BatchId}&status=completed");

        Assert.Equal($"/calls?batch={call.BatchId}&status=completed", page.Find(".back a").GetAttribute("href"));
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

        await Core.Service<BatchService>().StopAsync(id, hangUp: false, "tester", default);

        await Core.UntilAsync(id, batch => batch.Counts.Canceled == 1, "the waiting call cancelled");
        page.WaitForAssertion(() => Assert.Equal("Cancelled", page.Find(".chip").TextContent.Trim()), TimeSpan.FromSeconds(10));
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
            Recipients, draft => draft.Settings["task"] = "Call {{business_name}} about {{code}}."));
        return Assert.Single(await Core.CallsAsync(batch.Id, statuses));
    }

    private IRenderedComponent<CallPage> Open(string id, string query = "") =>
        Open<CallPage>($"/calls/{id}{query}", parameters => parameters.Add(page => page.Id, id));
}
