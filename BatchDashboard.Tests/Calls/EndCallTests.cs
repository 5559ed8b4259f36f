using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Calls;
using Bunit;
using MudBlazor;

namespace BatchDashboard.Tests.Calls;

public sealed class EndCallTests : PageTest
{
    [Fact]
    public async Task A_call_that_goes_on_is_ended_when_that_is_said_twice()
    {
        var (page, dialogs, call) = await OpenAsync();

        var untilClosed = PressAsync(page, "End call");
        dialogs.WaitForAssertion(() => Assert.Contains("hang up at once", dialogs.Find("p").TextContent, StringComparison.Ordinal));
        Assert.Equal(["Let it go on", "End call"], dialogs.FindAll(".mud-dialog-actions button").Select(button => button.TextContent.Trim()));
        await PressAsync(dialogs, "End call");
        await untilClosed;

        page.WaitForAssertion(() => Assert.Equal("Cancelled", page.Find(".chip").TextContent.Trim()));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() == "End call");
        Assert.Single(page.FindAll("section[aria-label=Events] li"), step => step.TextContent.Contains("Cancelled", StringComparison.Ordinal));
        Assert.Contains("an operator or a program", page.Find("section[aria-label=Outcome]").TextContent, StringComparison.Ordinal);
        Assert.Equal(CallStatus.Canceled, Assert.Single(await Core.CallsAsync(call.BatchId!.Value)).Status);
    }

    [Fact]
    public async Task A_call_that_ends_while_it_is_asked_about_leaves_nothing_to_end()
    {
        var (page, dialogs, call) = await OpenAsync();
        var untilClosed = PressAsync(page, "End call");
        dialogs.WaitForElement("p");

        await Core.Service<BatchService>().StopAsync(call.BatchId!.Value, hangUp: true, Operator, default);

        dialogs.WaitForAssertion(() => Assert.Contains("goes on no more", dialogs.Find("p[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Close", Assert.Single(dialogs.FindAll(".mud-dialog-actions button")).TextContent.Trim());
        await PressAsync(dialogs, "Close");
        await untilClosed;
    }

    [Fact]
    public async Task A_call_that_waits_or_is_over_has_nothing_to_end()
    {
        await StartSlowAsync(lines: 1);
        var id = await Core.LaunchAsync(LongCalls(2));
        await Core.UntilAsync(id, batch => batch.Counts.InFlight == 1, "one line taken");
        var waiting = Assert.Single(await Core.CallsAsync(id, CallStatus.Queued));

        var page = Open<CallPage>($"/calls/{waiting.Id}", parameters => parameters.Add(p => p.Id, waiting.Id.ToString()));

        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() == "End call");
    }

    private async Task<(IRenderedComponent<CallPage> Page, IRenderedComponent<MudDialogProvider> Dialogs, CallSummary Call)> OpenAsync()
    {
        await StartSlowAsync(lines: 1);
        var id = await Core.LaunchAsync(LongCalls(1));
        await Core.UntilAsync(id, batch => batch.Counts.Ringing + batch.Counts.InProgress == 1, "it rings");
        var call = Assert.Single(await Core.CallsAsync(id));
        var dialogs = Render<MudDialogProvider>();
        Render<MudPopoverProvider>();
        return (Open<CallPage>($"/calls/{call.Id}", parameters => parameters.Add(p => p.Id, call.Id.ToString())), dialogs, call);
    }
}
