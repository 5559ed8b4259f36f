using BatchDashboard.Tests.EndToEnd;
using BatchDashboard.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.Account;

/// <summary>The pages outside the shell, and those for addresses that lead nowhere.</summary>
public sealed class DoorPagesInTheBrowserTests(Browser browser, ITestOutputHelper output) : BrowserTest(browser, output)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Set_up_sign_in_and_error_pages_are_accessible_and_fit_their_window(int width)
    {
        var app = await StartAppAsync(withOwner: false);
        var window = await OpenWindowAsync(app.Address, new() { Width = width });
        window.Expect("404");
        var page = window.Page;

        await window.LookAsync("login-no-owner", "/login");
        await window.LookAsync("setup-no-token", "/setup");
        await window.LookAsync("setup", (await app.SetupLinkAsync()).PathAndQuery);
        await page.FillSetUpAsync(RunningApp.OwnerPassword);
        await page.WaitForURLAsync("**/batches");
        await window.LookAsync("not-found", "/no/such/page");
        await page.GotoAsync("/batches");
        await page.SignOutAsync();
        await window.LookAsync("login");
        await page.FillSignInAsync("a wrong password");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await window.LookAsync("login-wrong");
        await window.LookAsync("setup-done", "/setup?token=used");
        await window.LookAsync("error", "/error");
        await window.LookAsync("status-403", "/status/403");
    }
}
