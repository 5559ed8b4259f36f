using BatchDashboard.Tests.EndToEnd;
using BatchDashboard.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.Batches;

/// <summary>What is only seen in a browser: timers that tick by themselves, charts, and the keyboard's way through a call.</summary>
public sealed class OverviewInTheBrowserTests(Browser browser, ITestOutputHelper output) : BrowserTest(browser, output)
{
    private static readonly Dictionary<string, string> AsInLife = new()
    {
        ["Providers:Sandbox:Speed"] = "1",
        ["Dispatch:AutoPausePercent"] = "0",
    };

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_batch_is_watched_and_one_of_its_calls_is_ended_by_keyboard(int width)
    {
        var app = await StartAppAsync(AsInLife);
        var window = await OpenWindowAsync(app.Address, new() { Width = width });
        var page = window.Page;
        await page.SignInAsync();
        var running = await CreateAsync(app, [.. Numbers(24, "0107"), .. Numbers(3, "0104", 600)]);
        var failed = await CreateAsync(app, Numbers(3, "0104", 700));
        await page.GotoAsync($"/batches/{running}");
        await Assertions.Expect(page.GetByText("20 of 24")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("section[aria-label='Failures by reason'] strong")).ToHaveTextAsync("3", new() { Timeout = 30_000 });
        var timer = page.Locator(".timer").First;
        await Assertions.Expect(timer).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^\\d:\\d\\d$"));
        var seconds = await timer.TextContentAsync();
        await Assertions.Expect(timer).Not.ToHaveTextAsync(seconds!);
        await Assertions.Expect(page.Locator("figure details")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        await page.Locator("figure summary").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("figure table").First).ToBeVisibleAsync();
        await window.LookAsync("overview-running");
        await window.LookAsync("overview-failed", $"/batches/{failed}");

        await page.GotoAsync($"/batches/{running}");
        await page.UntilInteractiveAsync();
        await page.Locator("section[aria-label='Calls in progress'] li a").Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "← Previous call" }).WaitForAsync();
        var end = page.GetByRole(AriaRole.Button, new() { Name = "End call" });
        await end.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Let it go on" })).ToBeFocusedAsync();
        await window.LookAsync("call-end");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(end).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Let it go on" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main .chip").First).ToHaveTextAsync("Cancelled", new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("main :focus, h1:focus")).ToHaveCountAsync(1);
        await page.GetByText("What is kept of the dial, as JSON").ClickAsync();
        await window.LookAsync("call-ended");
    }

    private static IEnumerable<string> Numbers(int count, string ending, int from = 300) =>
        Enumerable.Range(from, count).Select(exchange => $"+1212{exchange}{ending}");

    private static async Task<string> CreateAsync(RunningApp app, IEnumerable<string> numbers)
    {
        using var api = app.CreateApiClient();
        var reply = await api.PostAsync("/v2/batches/create", new
        {
            description = "May reminders",
            global = new { task = "Hi, it is about your appointment." },
            call_objects = numbers.Select(number => new { phone_number = number }),
        });
        return reply.Data.GetProperty("batch_id").GetString()!;
    }
}
