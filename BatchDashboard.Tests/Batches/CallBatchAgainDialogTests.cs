using BatchDashboard.Core.Batches;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Batches;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace BatchDashboard.Tests.Batches;

public sealed class CallBatchAgainDialogTests : PageTest
{
    [Fact]
    public async Task It_lists_the_outcomes_says_how_many_are_called_and_leads_to_the_new_batch()
    {
        await StartAsync(CallsInReview.SameNumberAtOnce);
        var old = await Core.UntilFinalAsync(
            await Core.LaunchAsync("phone_number\n+12123000101\n+12123010101\n+12123000102\n+12123000103\n+12123000105"));
        var dialogs = Render<MudDialogProvider>();
        Render<MudPopoverProvider>();
        var page = Open<BatchPage>(BatchAddress.Of(old.Id), parameters => parameters.Add(shown => shown.Id, old.Id.ToString()));

        await PressAsync(page, "Call again");

        dialogs.WaitForAssertion(() => Assert.Equal(
            [("No answer", "1", true), ("Busy", "2", true), ("Voicemail", "1", false), ("Completed", "1", false)],
            dialogs.FindAll("fieldset label").Select(label => (
                label.QuerySelector("span")!.TextContent,
                label.QuerySelector("strong")!.TextContent,
                label.QuerySelector("input")!.HasAttribute("checked")))));
        Assert.StartsWith("3 recipients will be called in a new batch", dialogs.Find("p[role=status]").TextContent, StringComparison.Ordinal);
        await dialogs.InvokeAsync(() => dialogs.FindAll("fieldset input")[0].Change(false));
        await PressAsync(dialogs, "Call 2 recipients again");

        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll("fieldset")));
        var again = Services.GetRequiredService<NavigationManager>().Uri.Split('/')[^1];
        var batch = await Core.UntilFinalAsync(new BatchId(Guid.Parse(again)));
        Assert.Equal((2, 2), (batch.Counts.Total, batch.Counts.Busy));
        var shown = Open<BatchPage>(BatchAddress.Of(batch.Id), parameters => parameters.Add(page => page.Id, again));
        Assert.Equal(BatchAddress.Of(old.Id), shown.FindAll(".facts a").Single(link => link.TextContent == "recipients of another batch").GetAttribute("href"));
    }

    [Fact]
    public async Task It_is_not_offered_before_a_call_is_over()
    {
        await StartSlowAsync(lines: 1);
        var id = await Core.LaunchAsync(LongCalls(2));
        await Core.UntilAsync(id, batch => batch.Counts.InFlight == 1, "one line taken");

        var page = Open<BatchPage>(BatchAddress.Of(id), parameters => parameters.Add(shown => shown.Id, id.ToString()));

        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() == "Call again");
    }
}
