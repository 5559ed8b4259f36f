using System.Text.RegularExpressions;
using BatchDashboard.Tests.EndToEnd;
using BatchDashboard.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.Shell;

/// <summary>What the frame around every page does for whoever works in it.</summary>
public sealed class ShellInTheBrowserTests(Browser browser, ITestOutputHelper output) : BrowserTest(browser, output)
{
    private const string FocusedElement =
        """
        () => {
            const element = document.activeElement, style = getComputedStyle(element);
            const visible = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
            return `${visible ? "ring" : "NO RING"} ${element.tagName} ${element.textContent.trim().slice(0, 30)}`;
        }
        """;

    [Fact]
    public async Task Whatever_the_keyboard_comes_to_shows_that_it_is_there()
    {
        var app = await StartAppAsync();
        var page = (await OpenWindowAsync(app.Address)).Page;
        await page.SignInAsync();
        await page.OpenAsync("/batches");

        var seen = new HashSet<string>();
        for (var presses = 0; presses < 30; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            seen.Add(await page.EvaluateAsync<string>(FocusedElement));
        }

        Assert.Contains(seen, element => element.Contains(" A Calls", StringComparison.Ordinal));
        Assert.Contains(seen, element => element.Contains(" BUTTON Search", StringComparison.Ordinal));
        Assert.DoesNotContain(seen, element => element.StartsWith("NO RING", StringComparison.Ordinal) && !element.Contains("BODY", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_look_follows_the_system_while_the_page_is_open()
    {
        var app = await StartAppAsync();
        var page = (await OpenWindowAsync(app.Address)).Page;
        await page.SignInAsync();
        await page.OpenAsync("/batches");
        await Assertions.Expect(page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(248, 250, 252)");

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });

        await Assertions.Expect(page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(15, 23, 42)");
    }

    [Fact]
    public async Task Times_are_shown_in_the_zone_and_the_hours_that_were_chosen()
    {
        var app = await StartAppAsync();
        var window = await OpenWindowAsync(app.Address, new() { TimeZone = "America/New_York" });
        var page = window.Page;
        await page.SignInAsync();
        using var api = app.CreateApiClient();
        await api.PostAsync("/v2/batches/create", new
        {
            description = "Reminders",
            global = new { task = "Hello." },
            call_objects = new[] { new { phone_number = "+12125550131" } },
        });
        await page.OpenAsync("/batches");
        var time = page.Locator("tbody time").First;
        await Assertions.Expect(time).ToHaveAttributeAsync("title", new Regex("^[^APM]* America/New_York "));

        await page.Locator(".avatar").ClickAsync();
        var menu = page.Locator("#user-menu");
        await menu.GetByLabel("Time zone").SelectOptionAsync("Asia/Tokyo");
        await menu.GetByLabel("2:03 PM").CheckAsync();
        await window.LookAsync("user-menu");
        await menu.GetByRole(AriaRole.Button, new() { Name = "Show times so" }).ClickAsync();

        await Assertions.Expect(time).ToHaveAttributeAsync("title", new Regex(@" [AP]M Asia/Tokyo \(UTC\+09:00\)$"));
        await page.UntilInteractiveAsync();
        await page.Locator(".avatar").ClickAsync();
        await Assertions.Expect(menu.GetByLabel("Time zone")).ToHaveValueAsync("Asia/Tokyo");
        await menu.GetByLabel("Time zone").SelectOptionAsync("");
        await menu.GetByRole(AriaRole.Button, new() { Name = "Show times so" }).ClickAsync();
        await Assertions.Expect(time).ToHaveAttributeAsync("title", new Regex(" [AP]M America/New_York "));
    }

    [Fact]
    public async Task A_page_finds_its_place_again_after_the_server_was_restarted()
    {
        var app = await StartAppAsync();
        var window = await OpenWindowAsync(app.Address);
        window.Expect("ERR_CONNECTION_REFUSED");
        window.Expect("WebSocket");
        window.Expect("Connection disconnected");
        window.Expect("Cannot send data if the connection is not in the");
        window.Expect("Failed to complete negotiation");
        window.Expect("Failed to start the");
        await window.Page.SignInAsync();
        await window.Page.OpenAsync("/calls");

        await app.KillAsync();
        await Assertions.Expect(window.Page.GetByText("Connection lost.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await app.RestartAsync();

        await Assertions.Expect(window.Page.GetByText("Connection lost.")).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Calls", Exact = true }))
            .ToBeVisibleAsync(new() { Timeout = 30_000 });
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Batches", Exact = true }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Batches", Exact = true })).ToBeVisibleAsync();
    }
}
