using BatchDashboard.Tests.EndToEnd;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Shell;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.Shell;

/// <summary>The search and the keys of the frame, by keyboard alone.</summary>
public sealed class ShortcutsInTheBrowserTests(Browser browser, ITestOutputHelper output) : BrowserTest(browser, output)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Whatever_there_is_is_found_and_reached_from_anywhere_with_keys_that_can_be_switched_off(int width)
    {
        var app = await StartAppAsync();
        var window = await OpenWindowAsync(app.Address, new() { Width = width });
        var page = window.Page;
        await page.SignInAsync();
        await window.LookAsync("first-steps", "/batches");
        using var api = app.CreateApiClient();
        await api.PostAsync("/v2/batches/create", new
        {
            description = "May reminders",
            global = new { task = "Say hello." },
            call_objects = new[] { new { phone_number = "+12125550142" }, new { phone_number = "+12125550101" } },
        });
        await page.GetByRole(AriaRole.Link, new() { Name = "May reminders", Exact = true }).WaitForAsync();
        foreach (var shortcut in Shortcut.All)
            Assert.Equal(1, await page.Locator($"[data-shortcut='{shortcut.Keys}']").CountAsync());

        await SearchAsync(window);
        await GoAsync(page);
        await SwitchOffAsync(window);
    }

    private static async Task SearchAsync(BrowserWindow window)
    {
        var page = window.Page;
        var (field, dialog) = (page.GetByRole(AriaRole.Combobox), page.GetByRole(AriaRole.Dialog));
        await page.GetByLabel("Name or batch id").FocusAsync();
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await window.LookAsync("search");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByLabel("Name or batch id")).ToBeFocusedAsync();

        // In a field it is a character.
        await page.Keyboard.TypeAsync("/?gc");
        await Assertions.Expect(page.GetByLabel("Name or batch id")).ToHaveValueAsync("/?gc");
        await page.Locator("h1").FocusAsync();
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("nobody");
        await dialog.GetByText("Nothing matches").WaitForAsync();
        await window.LookAsync("search-without-match");
        await field.FillAsync("(212) 555-0142");
        await dialog.GetByText("Batches: 0, calls: 1").WaitForAsync();
        await field.FillAsync("remind");
        await dialog.GetByText("Batches: 1, calls: 0").WaitForAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Option, new() { Name = "May reminders", Selected = true })).ToBeVisibleAsync();
        await window.LookAsync("search-found");
        await page.Keyboard.PressAsync("Enter");
        var heading = page.GetByRole(AriaRole.Heading, new() { Name = "May reminders", Level = 1 });
        await Assertions.Expect(heading).ToBeFocusedAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }

    private static async Task GoAsync(IPage page)
    {
        foreach (var (second, title) in new[] { ("c", "Calls"), ("d", "Do-not-call list"), ("r", "Review"), ("s", "Providers"), ("b", "Batches") })
        {
            await page.Keyboard.PressAsync("g");
            await page.Keyboard.PressAsync(second);
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1, Exact = true })).ToBeFocusedAsync();
        }

        await page.Keyboard.PressAsync("p");
        await page.GetByRole(AriaRole.Button, new() { Name = "Updates paused" }).WaitForAsync();
        await page.Keyboard.PressAsync("p");
        await page.GetByRole(AriaRole.Button, new() { Name = "Live: pause" }).WaitForAsync();
    }

    private static async Task SwitchOffAsync(BrowserWindow window)
    {
        var page = window.Page;
        var (dialog, single) = (page.GetByRole(AriaRole.Dialog), page.GetByRole(AriaRole.Switch, new() { Name = "Single-key shortcuts" }));
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Close" })).ToBeFocusedAsync();
        await window.LookAsync("shortcuts");
        // In a dialog the keys of the page do nothing.
        await page.Keyboard.PressAsync("n");
        await single.PressAsync(" ");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-single-keys", "off");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);

        await page.OpenAsync("/batches");
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Combobox)).ToHaveValueAsync("");
        await page.Keyboard.PressAsync("Escape");
        var help = page.GetByRole(AriaRole.Button, new() { Name = "Help: keyboard shortcuts" });
        await help.PressAsync("Enter");
        await Assertions.Expect(single).Not.ToBeCheckedAsync();
        await single.PressAsync(" ");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-single-keys", "on");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(help).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("n");
        await page.WaitForURLAsync("**/recipients");
    }
}
