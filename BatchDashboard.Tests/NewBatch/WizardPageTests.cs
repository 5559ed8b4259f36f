using BatchDashboard.Core.NewBatch;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.NewBatch;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BatchDashboard.Tests.NewBatch;

public sealed class WizardPageTests : WizardTest
{
    [Fact]
    public async Task A_step_says_where_it_is_and_links_only_to_what_is_finished()
    {
        var draft = await Core.DraftAsync(SeedTable, d => d.Settings.Clear());

        var page = Show(draft, DraftStep.Review);

        Assert.Equal("Step 3 of 5: Review", page.Find("h1").TextContent);
        Assert.Equal("3 Review", Text(page.Find("nav [aria-current=step]")));
        Assert.Equal(
            ["recipients", "map"], page.FindAll("nav a").Select(link => link.GetAttribute("href")!.Split('/')[^1]));
    }

    [Fact]
    public async Task A_step_that_was_not_seen_is_not_ticked_though_nothing_is_missing_in_it()
    {
        var draft = await Core.DraftAsync(SeedTable);
        Assert.Empty(Show(draft, DraftStep.Recipients).FindAll("nav .done"));

        Show(draft, DraftStep.Review);
        await Eventually.TrueAsync(
            async () => (await DraftAsync(draft)).Reached == DraftStep.Review, TimeSpan.FromSeconds(10), "the review counts as seen");

        var back = Show(draft, DraftStep.Recipients);
        Assert.Equal(["Finished: Map columns", "Finished: Review"], back.FindAll("nav .done").Select(Text));
        Assert.Equal(
            ["map", "review", "prompt", "launch"], back.FindAll("nav.stepper a").Select(link => link.GetAttribute("href")!.Split('/')[^1]));
    }

    [Fact]
    public async Task Going_on_without_a_file_says_what_is_missing_and_stays()
    {
        var draft = await Core.Service<DraftService>().StartAsync(Operator, default);
        var page = Show(draft.Id, DraftStep.Recipients);
        var before = Address;
        Assert.Empty(page.FindAll(".field-error"));

        await PressAsync(page, () => page.Find(".wizard-footer button"));

        var link = page.WaitForElement(".problem-summary a");
        Assert.Equal("Upload a file with recipients first.", link.TextContent);
        Assert.Equal("file", link.GetAttribute("data-focus"));
        Assert.Equal("1 thing to fix", page.Find(".problem-summary h2").TextContent);
        Assert.NotEmpty(page.FindAll("#file-error"));
        Assert.Equal(before, Address);
    }

    [Fact]
    public async Task Going_on_from_a_finished_step_leads_to_the_next()
    {
        var draft = await Core.DraftAsync(SeedTable);
        var page = Show(draft, DraftStep.Map);

        await PressAsync(page, () => page.Find(".wizard-footer button"));

        page.WaitForAssertion(() => Assert.EndsWith(DraftStep.Review.Path(draft), Address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_double_click_on_launch_makes_one_batch_and_opens_it()
    {
        var draft = await Core.DraftAsync(SeedTable);
        var page = Show(draft, DraftStep.Launch);
        var launch = page.Find(".wizard-footer button");
        Assert.Equal("Launch 1 call", launch.TextContent);

        await Task.WhenAll(launch.ClickAsync(new()), launch.ClickAsync(new()));

        var batch = (await DraftAsync(draft)).LaunchedAs!.Value;
        Assert.EndsWith($"/batches/{batch}", Address, StringComparison.Ordinal);
        await Core.UntilFinalAsync(batch);
        Assert.Equal("+12345678909", Assert.Single(Core.Ledger.Read()).To);
    }

    [Fact]
    public async Task A_draft_that_another_tab_changed_is_shown_again_before_it_is_launched()
    {
        var draft = await Core.DraftAsync(SeedTable);
        var page = Show(draft, DraftStep.Launch);
        await ReplaceFileAsync(draft, "other.csv", "phone_number\n+12125551000\n+12125551001\n");

        await LaunchAsync(page);

        Assert.Null((await DraftAsync(draft)).LaunchedAs);
        Assert.Equal(
            "This draft was changed in another tab. Look at it again before you launch.",
            page.Find("[role=alert] p").TextContent);
        Assert.Contains("other.csv", page.Find(".summary").TextContent, StringComparison.Ordinal);
        Assert.Equal("Launch 2 calls", page.Find(".wizard-footer button").TextContent);

        await LaunchAsync(page, ofDoubleClick: true);
        Assert.Null((await DraftAsync(draft)).LaunchedAs);

        await LaunchAsync(page);
        Assert.NotNull((await DraftAsync(draft)).LaunchedAs);
    }

    [Fact]
    public async Task A_last_touch_does_not_launch_what_another_tab_changed_beneath_it()
    {
        var draft = await Core.DraftAsync(SeedTable);
        var page = Show(draft, DraftStep.Launch);
        await ChangeAsync(draft, d => d.Settings["task"] = "Say something else.");

        await page.Find("#name").ChangeAsync(new() { Value = "May reminders" });
        Assert.NotEmpty(page.FindAll("[role=alert]"));
        await LaunchAsync(page);

        var stored = await DraftAsync(draft);
        Assert.Null(stored.LaunchedAs);
        Assert.Equal("May reminders", stored.Name);
        Assert.Contains("Say something else.", page.Find(".summary").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_on_the_page_itself_is_launched_at_once()
    {
        var draft = await Core.DraftAsync(SeedTable);
        var page = Show(draft, DraftStep.Launch);

        await page.Find("#name").ChangeAsync(new() { Value = "May" });
        await page.Find("#name").ChangeAsync(new() { Value = "May reminders" });
        await LaunchAsync(page);

        Assert.NotNull((await DraftAsync(draft)).LaunchedAs);
    }

    [Fact]
    public async Task A_launch_with_something_missing_links_to_its_step()
    {
        var draft = await Core.DraftAsync(SeedTable, d => d.Settings.Clear());
        var page = Show(draft, DraftStep.Launch);

        await PressAsync(page, () => page.Find(".wizard-footer button"));

        var link = page.WaitForElement(".problem-summary a");
        Assert.Equal($"{DraftStep.Prompt.Path(draft)}#task", link.GetAttribute("href"));
        Assert.Null((await DraftAsync(draft)).LaunchedAs);
    }

    [Fact]
    public async Task A_launched_draft_says_so_and_leads_to_its_batch()
    {
        var draft = await Core.DraftAsync(SeedTable);
        var batch = (await Core.LaunchAsync(draft)).Value;

        var page = Show(draft, DraftStep.Map);

        Assert.Equal("This batch was launched", page.Find("h1").TextContent);
        Assert.Equal($"/batches/{batch}", page.Find("a.primary").GetAttribute("href"));
    }

    [Fact]
    public async Task The_draft_of_somebody_else_is_not_found()
    {
        var foreign = await Core.Service<DraftService>().StartAsync("somebody-else", default);

        var page = Show(foreign.Id, DraftStep.Recipients);

        Assert.Equal("Draft not found", page.Find("h1").TextContent);
        Assert.Empty(page.FindAll("#file"));
    }

    private static Task LaunchAsync(IRenderedComponent<WizardPage> page, bool ofDoubleClick = false) =>
        page.InvokeAsync(() => page.Find(".wizard-footer button").ClickAsync(new() { Detail = ofDoubleClick ? 2 : 1 }));

    private string Address => Services.GetRequiredService<NavigationManager>().Uri;

    private static string Text(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
