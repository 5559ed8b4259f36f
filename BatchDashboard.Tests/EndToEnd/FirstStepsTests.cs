using BatchDashboard.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.EndToEnd;

/// <summary>What the README promises whoever starts the application for the first time.</summary>
public sealed class FirstStepsTests(Browser browser, ITestOutputHelper output) : JourneyTest(browser, output)
{
    [Fact]
    public async Task From_the_set_up_link_one_click_leads_to_a_live_batch_and_its_transcripts()
    {
        var app = await StartAppAsync(new Dictionary<string, string> { ["Providers:Sandbox:Speed"] = "200" }, withOwner: false);
        var window = await OpenWindowAsync(app.Address);
        var page = window.Page;
        await page.GotoAsync((await app.SetupLinkAsync()).ToString());
        await page.FillSetUpAsync(RunningApp.OwnerPassword);
        await page.WaitForURLAsync("**/batches");
        await page.UntilInteractiveAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Run the demo batch" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Demo batch", Level = 1 })).ToBeFocusedAsync();
        // No reload: the page changes by itself.
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("50 of 50 calls done", new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByText("Completed", new() { Exact = true }).First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Batches", Exact = true }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row, new() { Name = "Demo batch" });
        await row.GetByRole(AriaRole.Link, new() { Name = "View Logs" }).ClickAsync();
        var answered = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Answered by a person" }).First;
        await answered.GetByRole(AriaRole.Link).First.ClickAsync();

        var transcript = page.GetByRole(AriaRole.Region, new() { Name = "Transcript" });
        await Assertions.Expect(transcript.GetByText("Go ahead.")).ToBeVisibleAsync();
        Assert.Equal(50, app.Ledger.Read().Count);
    }
}
