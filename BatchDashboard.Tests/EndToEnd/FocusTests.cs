using BatchDashboard.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.EndToEnd;

/// <summary>Where the keyboard is after what it has done has gone from the page.</summary>
public sealed class FocusTests(Browser browser, ITestOutputHelper output) : JourneyTest(browser, output)
{
    [Fact]
    public async Task The_focus_stays_at_hand_when_what_had_it_goes()
    {
        var app = await StartAppAsync(new Dictionary<string, string> { ["Providers:Sandbox:Speed"] = "1" });
        var page = (await OpenWindowAsync(app.Address)).Page;
        await page.SignInAsync();
        using var api = app.CreateApiClient();
        var created = await api.PostAsync("/v2/batches/create", new
        {
            // A call that lasts would keep the batch from being over when it is cancelled.
            start_time = "2099-01-01 09:00:00 -05:00",
            global = new { task = "Say hello." },
            call_objects = new[] { new { phone_number = "+12125550107" }, new { phone_number = "+13125550107" } },
        });
        await page.OpenAsync($"/batches/{created.Data.GetProperty("batch_id").GetString()}");

        await PressAsync(page, "Pause");
        await Assertions.Expect(Button(page, "Resume")).ToBeFocusedAsync();

        await PressAsync(page, "Limits");
        await Assertions.Expect(page.GetByLabel("Calls at once, at most")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(Button(page, "Limits")).ToBeFocusedAsync();

        await PressAsync(page, "Limits");
        await page.GetByLabel("Calls at once, at most").FillAsync("3");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(Button(page, "Limits")).ToBeFocusedAsync();

        await PressAsync(page, "Cancel");
        // The dialog moves the focus there when it is drawn, and with it a key that comes before.
        await Assertions.Expect(Button(page, "Keep running")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { NameRegex = new("^Cancel") }).PressAsync("Enter");
        await Assertions.Expect(Button(page, "Cancel")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("main :focus")).ToHaveCountAsync(1);

        await page.OpenAsync("/settings/api-keys");
        await PressAsync(page, "End Bootstrap:ApiKey");
        await Assertions.Expect(Button(page, "Keep it")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Button(page, "End Bootstrap:ApiKey")).ToBeFocusedAsync();
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static Task PressAsync(IPage page, string name) => Button(page, name).PressAsync("Enter");
}
