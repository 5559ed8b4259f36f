using System.Text.RegularExpressions;
using BatchDashboard.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.EndToEnd;

/// <summary>The whole job, in a real browser: from the set-up link to the transcript of a call.</summary>
public sealed partial class MainJobTests(Browser browser, ITestOutputHelper output) : JourneyTest(browser, output), IDisposable
{
    private const string FirstTable =
        """
        phone_number,business_name,previous_customer,champion_name,webhook
        +12345678909,South Bay Coffee,Yes,Sarah H,https://example.com/webhook1
        +10987654321,John's Laundry,No,John W,https://example.com/webhook2
        """;

    private const string SecondTable =
        """
        phone_number,customer_name,service,date
        12345678909,Emily,Home Cleaning,July 10
        """;

    private const string SecondPrompt =
        """
        Hi {{customer_name}}, just checking in to see if you'd like to schedule your next {{service}}.
        We're available as early as {{date}}. Would you like me to get that on the books?
        """;

    private readonly ScratchDirectory _scratch = new();

    [Fact]
    public async Task A_new_owner_launches_the_first_table_of_the_seed_and_reads_a_transcript()
    {
        var app = await StartAppAsync(withOwner: false);
        var window = await OpenWindowAsync(app.Address);
        var page = window.Page;
        await SignUpAsync(app, page);

        await LaunchAsync(
            page, FirstTable, ready: 1, skipped: 1, "Hi {{champion_name}}, I am calling {{business_name}} about your last order.", "First table");
        await page.GotoAsync("/batches");
        var row = page.GetByRole(AriaRole.Row, new() { Name = "First table" });
        // No reload from here on: the row changes by itself.
        await Assertions.Expect(row).ToContainTextAsync("Completed Partial", new() { Timeout = 60_000 });

        await row.GetByRole(AriaRole.Link, new() { Name = "View Logs" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "+1 234-567-8909" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "South Bay Coffee" }).First)
            .ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Sarah H").First).ToBeVisibleAsync();

        await page.GotoAsync("/batches");
        await page.GetByRole(AriaRole.Link, new() { Name = "First table", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = SkippedTab() }).First.ClickAsync();
        var skipped = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "+10987654321" });
        await Assertions.Expect(skipped).ToContainTextAsync("phone_number");
        await Assertions.Expect(skipped).ToContainTextAsync("invalid");
        Assert.Equal("+12345678909", Assert.Single(app.Ledger.Read()).To);
    }

    [Fact]
    public async Task The_second_table_of_the_seed_runs_with_its_own_prompt()
    {
        var app = await StartAppAsync(new Dictionary<string, string> { ["Providers:Sandbox:Speed"] = "100" });
        var page = (await OpenWindowAsync(app.Address)).Page;
        await page.SignInAsync();

        await LaunchAsync(page, SecondTable, ready: 1, skipped: 0, SecondPrompt, "Second table");

        await page.GotoAsync("/batches");
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "Second table" }))
            .ToContainTextAsync("Completed", new() { Timeout = 60_000 });
        Assert.Equal("+12345678909", Assert.Single(app.Ledger.Read()).To);
    }

    [Fact]
    public async Task A_cancel_in_the_middle_cancels_queued_calls_and_lets_active_ones_finish()
    {
        var app = await StartAppAsync(new Dictionary<string, string>
        {
            ["Dispatch:MaxConcurrentCalls"] = "20",
            ["Providers:Sandbox:Speed"] = "8",
        });
        var page = (await OpenWindowAsync(app.Address)).Page;
        await page.SignInAsync();
        await LaunchAsync(page, CoreHost.Numbers(500), ready: 500, skipped: 0, "Say hello.", "Five hundred");
        await page.GotoAsync("/batches");
        var row = page.GetByRole(AriaRole.Row, new() { Name = "Five hundred" });
        await Assertions.Expect(row).ToContainTextAsync("In Progress", new() { Timeout = 60_000 });

        await row.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Keep running" })).ToBeFocusedAsync();
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = CancelButton() }).ClickAsync();

        await Assertions.Expect(row).ToContainTextAsync("Cancelled", new() { Timeout = 60_000 });
        using var api = app.CreateApiClient();
        var batch = (await api.GetAsync("/v2/batches/list")).Data[0];
        Assert.Equal(500, batch.GetProperty("calls_total").GetInt32());
        var canceled = batch.GetProperty("calls_canceled").GetInt32();
        Assert.InRange(canceled, 300, 499);
        Assert.Equal(500 - canceled, app.Ledger.Read().Count);
        Assert.Equal(
            500 - canceled,
            batch.GetProperty("calls_successful").GetInt32() + batch.GetProperty("calls_failed").GetInt32());
    }

    public void Dispose() => _scratch.Dispose();

    private static async Task SignUpAsync(RunningApp app, IPage page)
    {
        await page.GotoAsync((await app.SetupLinkAsync()).PathAndQuery);
        await page.FillSetUpAsync(RunningApp.OwnerPassword);
        await page.WaitForURLAsync("**/batches");
    }

    private async Task LaunchAsync(IPage page, string csv, int ready, int skipped, string prompt, string name)
    {
        var file = _scratch.PathOf($"{name}.csv");
        await File.WriteAllTextAsync(file, csv);
        var wizard = new WizardPage(page);
        await wizard.StartAsync();
        await wizard.UploadAsync(file);
        await wizard.MapAllToRequestDataAsync();
        await wizard.ReviewAsync();
        await Assertions.Expect(page.Locator(".tile", new() { HasText = "ready" })).ToContainTextAsync($"{ready} ready");
        await Assertions.Expect(page.Locator(".tile", new() { HasText = "with errors" })).ToContainTextAsync($"{skipped} with errors");
        await wizard.WritePromptAsync(prompt);
        await wizard.LaunchAsync(name);
    }

    [GeneratedRegex("^Skipped")]
    private static partial Regex SkippedTab();

    [GeneratedRegex("^Cancel [0-9]+ calls$")]
    private static partial Regex CancelButton();
}
