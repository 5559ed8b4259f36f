using BatchDashboard.Tests.EndToEnd;
using BatchDashboard.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.Batches;

public sealed class BatchPagesInTheBrowserTests(Browser browser, ITestOutputHelper output) : BrowserTest(browser, output)
{
    private static readonly Dictionary<string, string> TwoLongCallsAtOnce = new()
    {
        ["Providers:Sandbox:Speed"] = "1",
        ["Dispatch:MaxConcurrentCalls"] = "2",
    };

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Every_page_of_batches_and_calls_is_accessible_and_fits_its_window(int width)
    {
        var app = await StartAppAsync(TwoLongCallsAtOnce);
        var window = await OpenWindowAsync(app.Address, new() { Width = width });
        var page = window.Page;
        await page.SignInAsync();
        await window.LookAsync("batches-empty", "/batches");
        var id = await CreateAsync(app);
        await page.GotoAsync($"/calls?batch={id}&status=in_progress");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(2, new() { Timeout = 30_000 });
        var call = await page.Locator("tbody a").First.GetAttributeAsync("href");

        await window.LookAsync("batches", "/batches");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel May reminders" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Keep running" })).ToBeFocusedAsync();
        await window.LookAsync("batches-cancel");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        await window.LookAsync("batch", $"/batches/{id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Limits" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Calls at once, at most")).ToBeFocusedAsync();
        await page.GetByLabel("Calls at once, at most").FillAsync("0");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save limits" }).ClickAsync();
        await page.GetByText("a whole number from 1 to 100,000").WaitForAsync();
        await window.LookAsync("batch-limits");
        await page.GetByLabel("Calls at once, at most").FillAsync("4");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save limits" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await window.LookAsync("batch-calls", $"/batches/{id}?tab=calls");
        await window.LookAsync("batch-skipped", $"/batches/{id}?tab=skipped");
        await window.LookAsync("batch-settings", $"/batches/{id}?tab=settings");
        await window.LookAsync("batch-activity", $"/batches/{id}?tab=activity");
        await window.LookAsync("batch-unknown", "/batches/nothing");
        await window.LookAsync("calls", $"/calls?batch={id}");
        await page.OpenAsync($"/calls?batch={id}&answered=human&from=2026-01-01&zone=Europe%2FBerlin&at_least=5&var.customer_name=Emily");
        await page.GetByText("More filters").PressAsync("Enter");
        await page.GetByLabel("Its value").FillAsync("Oliver");
        await page.GetByLabel("Its value").PressAsync("Enter");
        await page.GetByText("Give a variable and its value.").WaitForAsync();
        await window.LookAsync("calls-filtered");
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove the filter Answered by: a person" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".chip")).ToHaveCountAsync(4);
        await window.LookAsync("calls-none", "/calls?status=busy");
        await window.LookAsync("call", call!);
        await window.LookAsync("call-unknown", "/calls/nothing");
    }

    [Fact]
    public async Task The_skipped_rows_are_downloaded_with_their_reasons()
    {
        var app = await StartAppAsync(TwoLongCallsAtOnce);
        var window = await OpenWindowAsync(app.Address);
        await window.Page.SignInAsync();
        var id = await CreateAsync(app);
        await window.Page.GotoAsync($"/batches/{id}?tab=skipped");

        var download = await window.Page.RunAndWaitForDownloadAsync(
            () => window.Page.GetByRole(AriaRole.Link, new() { Name = "Download 1 skipped row as CSV" }).ClickAsync());

        Assert.Equal("May reminders skipped rows.csv", download.SuggestedFilename);
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.Equal(2, lines.Length);
        Assert.EndsWith("row_number,error_column,error_code,error_message,rejected_value", lines[0]);
        Assert.Contains(",phone_number,invalid,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_call_of_a_million_is_seen_in_the_bar_and_does_not_look_like_many()
    {
        var app = await StartAppAsync(TwoLongCallsAtOnce);
        var page = (await OpenWindowAsync(app.Address)).Page;
        await page.SignInAsync();
        await CreateAsync(app);
        await page.GotoAsync("/batches");
        var parts = page.Locator(".bar .part");
        await Assertions.Expect(parts).ToHaveCountAsync(3);

        var widths = await parts.EvaluateAllAsync<double[]>(
            """
            parts => {
                parts.forEach((part, index) => part.style.flexGrow = index === 0 ? 999_998 : 1);
                return parts.map(part => part.getBoundingClientRect().width);
            }
            """);

        Assert.All(widths[1..], width => Assert.InRange(width, 1.5, 2.5));
    }

    private static async Task<string> CreateAsync(RunningApp app)
    {
        using var api = app.CreateApiClient();
        var numbers = Enumerable.Range(300, 5).Select(exchange => $"+1212{exchange}0107").Append("+10987654321");
        var reply = await api.PostAsync("/v2/batches/create", new
        {
            description = "May reminders",
            global = new { task = "Hi {{customer_name}}, it is about {{service}}." },
            call_objects = numbers.Select(number => new { phone_number = number, request_data = new { customer_name = "Emily" } }),
        });
        return reply.Data.GetProperty("batch_id").GetString()!;
    }
}
