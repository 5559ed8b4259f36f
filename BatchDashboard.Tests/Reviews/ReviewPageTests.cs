using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Reviews;
using Bunit;
using MudBlazor;

namespace BatchDashboard.Tests.Reviews;

public sealed class ReviewPageTests : PageTest
{
    [Fact]
    public async Task Without_a_call_in_doubt_the_page_says_what_it_is_for()
    {
        await StartAsync();

        Assert.Equal("Nothing to decide", Open<ReviewPage>("/review").Find(".empty h2").TextContent);
        Assert.Equal("No call is being looked for", Open<ReviewPage>("/review?view=looked_for").Find(".empty h2").TextContent);
    }

    [Fact]
    public async Task A_call_that_was_called_leaves_the_page_and_the_count_beside_it()
    {
        await StartAsync();
        var batch = await Core.LaunchIntoReviewAsync(CoreHost.Numbers(2));
        var link = Render<ReviewLink>();
        Assert.Equal("2 to decide", link.Find(".count").TextContent);
        var page = Open<ReviewPage>("/review");
        Assert.Contains(batch.Name, page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Contains("It cannot be known whether the provider placed this call.", page.Find("tbody tr").TextContent, StringComparison.Ordinal);

        await PressAsync(page, () => page.Find("button[aria-label^='It was called']"));

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.Contains("is closed and is not dialled again", page.Find(".said").TextContent, StringComparison.Ordinal);
        link.WaitForAssertion(() => Assert.Equal("1 to decide", link.Find(".count").TextContent));
        Assert.Equal(1, (await Core.GetAsync(batch.Id)).Counts.Unknown);
    }

    [Fact]
    public async Task A_call_is_made_again_only_when_the_end_of_its_number_is_typed()
    {
        await StartAsync(CallsInReview.SameNumberAtOnce);
        var old = await Core.LaunchIntoReviewAsync("phone_number\n+12125551000");
        var dialogs = Render<MudDialogProvider>();
        Render<MudPopoverProvider>();
        var page = Open<ReviewPage>("/review");
        // The page waits for what the dialog says.
        var asked = PressAsync(page, () => page.Find("button[aria-label^='Call again']"));

        dialogs.WaitForElement("#last-digits").Change("0001");
        await dialogs.Find("#call-again").SubmitAsync();
        Assert.Contains("not the last 4 digits", dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, (await Core.GetAsync(old.Id)).Counts.Review);

        dialogs.Find("#last-digits").Change("1000");
        await dialogs.Find("#call-again").SubmitAsync();
        await asked;

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".said a")));
        var batch = (await Core.Service<BatchQueries>().ListAsync(BatchFilter.All, 1, null, 0, default))[0];
        Assert.Equal($"/batches/{batch.Id}", page.Find(".said a").GetAttribute("href"));
        Assert.Equal(1, (await Core.UntilFinalAsync(batch.Id)).Counts.Successful);
    }

    [Fact]
    public async Task Who_decides_after_somebody_else_is_told_so()
    {
        await StartAsync();
        var batch = await Core.LaunchIntoReviewAsync(CoreHost.Numbers(1));
        var page = Open<ReviewPage>("/review");
        // The page is held still, so it still offers what is decided meanwhile.
        page.Instance.Live.Toggle();
        var call = Assert.Single(await Core.CallsAsync(batch.Id, CallStatus.Review));
        await Core.Service<CallDecisions>().WasCalledAsync(call.Id, "somebody else", default);

        await PressAsync(page, () => page.Find("button[aria-label^='It was called']"));

        page.WaitForAssertion(() => Assert.Contains("Somebody has decided", page.Find(".said").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("tbody tr"));
    }

    [Fact]
    public async Task A_call_that_is_looked_for_says_what_happens_next_and_cannot_be_decided()
    {
        await StartAsync();
        await Core.LaunchUncertainAsync(CoreHost.Numbers(1));

        var page = Open<ReviewPage>("/review?view=looked_for");

        Assert.Contains("asked again", page.Find("td[data-label='What happens next']").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("tbody button"));
        Assert.Equal(["To decide (0)", "Being looked for (1)"], page.FindAll("nav[aria-label='Which calls'] a").Select(tab => tab.TextContent));
    }
}
