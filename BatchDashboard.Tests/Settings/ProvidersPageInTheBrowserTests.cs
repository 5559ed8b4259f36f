using BatchDashboard.Tests.EndToEnd;
using BatchDashboard.Tests.Support;
using BatchDashboard.Tests.Telephony.BlandFake;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.Settings;

public sealed class ProvidersPageInTheBrowserTests(Browser browser, ITestOutputHelper output) : BrowserTest(browser, output)
{
    private const string Secret = "org_an-entered-key-of-a-browser-1a2b";

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_key_is_entered_and_checked_and_a_test_call_placed_and_every_state_is_accessible(int width)
    {
        var fake = CloseAfterTest(await FakeBland.StartAsync(new() { ApiKey = Secret, CallLength = TimeSpan.FromSeconds(1) }));
        var app = await StartAppAsync(new Dictionary<string, string>
        {
            ["Providers:Bland:BaseUrl"] = fake.Address,
            ["Providers:Bland:PollSeconds"] = "1",
            // The tests run at night as well.
            ["Compliance:CallingHours"] = "off",
        });
        var window = await OpenWindowAsync(app.Address, new() { Width = width });
        var page = window.Page;
        await page.SignInAsync();
        await page.OpenAsync("/batches");
        await page.GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        var bland = page.GetByRole(AriaRole.Region, new() { Name = "Bland" });
        await bland.GetByText("No key is set.").WaitForAsync();
        await window.LookAsync("providers", "/settings/providers");
        await page.GetByRole(AriaRole.Link, new() { Name = "General" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "General" }).WaitForAsync();
        await page.GetByLabel("Calls at once, at most").FillAsync("25");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("The configuration says otherwise").WaitForAsync();
        await window.LookAsync("general");
        await page.GetByRole(AriaRole.Link, new() { Name = "Providers" }).ClickAsync();
        await bland.GetByText("No key is set.").WaitForAsync();

        await bland.GetByLabel("API key").FillAsync("two words");
        await page.Keyboard.PressAsync("Enter");
        await bland.GetByText("a space or a special character").WaitForAsync();
        await window.LookAsync("providers-refused-key");
        await bland.GetByLabel("API key").FillAsync(Secret);
        await page.Keyboard.PressAsync("Enter");
        await bland.GetByText("It ends in …1a2b").WaitForAsync();
        await Assertions.Expect(bland.GetByLabel("Another API key")).ToHaveValueAsync("");
        await bland.GetByRole(AriaRole.Button, new() { Name = "Check connection" }).ClickAsync();
        await bland.GetByText("Bland answers, and the key is good.").WaitForAsync();
        await bland.GetByRole(AriaRole.Button, new() { Name = "Remove key" }).ClickAsync();
        await bland.GetByText("Place a test call").ClickAsync();
        await window.LookAsync("providers-ready");

        await bland.GetByLabel("Phone number").FillAsync("212 555 0123");
        await bland.GetByRole(AriaRole.Button, new() { Name = "Place the test call" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Test call (bland)" }).WaitForAsync();
        await Eventually.TrueAsync(
            () => fake.Ledger.CallsTo("+12125550123").Count() == 1, TimeSpan.FromSeconds(60), "the call is placed");

        Assert.DoesNotContain(Secret, app.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2125550123", app.Log.Text, StringComparison.Ordinal);
    }
}
