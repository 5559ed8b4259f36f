using BatchDashboard.Tests.EndToEnd;
using BatchDashboard.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.DoNotCall;

public sealed class DoNotCallPagesInTheBrowserTests(Browser browser, ITestOutputHelper output) : BrowserTest(browser, output)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Every_state_of_the_list_is_accessible_and_fits_its_window(int width)
    {
        var app = await StartAppAsync();
        var window = await OpenWindowAsync(app.Address, new() { Width = width });
        var page = window.Page;
        await page.SignInAsync();
        var list = new DoNotCallPageObject(page);
        await window.LookAsync("dnc-empty", "/do-not-call");

        await list.OpenAddAsync();
        await window.LookAsync("dnc-add");
        await list.FillAsync("+1 212 555 0123\n(212) 555-0124; John\n911", "Asked by phone on Monday");
        await page.GetByText("2 numbers added, 2 not added.").First.WaitForAsync();
        await window.LookAsync("dnc-add-refused");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);

        await window.LookAsync("dnc-blocked", "/do-not-call?number=212-555-0123");
        await window.LookAsync("dnc-free", "/do-not-call?number=212-555-0199");
        await window.LookAsync("dnc-no-number", "/do-not-call?number=abc");
        await window.LookAsync("dnc-no-match", "/do-not-call?q=nothing&source=api");
        await page.OpenAsync("/do-not-call");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove +12125550123" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByLabel("Reason")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await page.GetByText("Say why the number may be called again.").WaitForAsync();
        await window.LookAsync("dnc-remove");

        await window.LookAsync("dnc-upload", "/do-not-call/import");
        await list.UploadAsync(
            "state-list.csv", "Name,Phone,Reason,Expires\nEmily,+12125550125,state list,2099-01-31\nJohn,n/a!,state list,\n");
        await window.LookAsync("dnc-import");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the numbers to the list" }).ClickAsync();
        await page.GetByText("1 number added, 1 not added.").First.WaitForAsync();
        await window.LookAsync("dnc-imported");
        await window.LookAsync("dnc-gone", page.Url);
        await window.LookAsync("dnc", "/do-not-call");
    }

    [Fact]
    public async Task A_number_is_added_looked_up_and_removed_with_a_reason_by_keyboard_alone()
    {
        var app = await StartAppAsync();
        var window = await OpenWindowAsync(app.Address);
        var page = window.Page;
        await page.SignInAsync();
        await page.OpenAsync("/batches");
        await page.GetByRole(AriaRole.Link, new() { Name = "Do-not-call" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Do-not-call list" })).ToBeVisibleAsync();
        var list = new DoNotCallPageObject(page);

        await list.OpenAddAsync();
        await page.Keyboard.TypeAsync("0171 2345678");
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Country").SelectOptionAsync("DE");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);

        await page.GetByLabel("Phone number").FillAsync("+49 171 2345678");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Yes: +49 171 2345678 is blocked.").First.WaitForAsync();
        Assert.EndsWith("/do-not-call?number=%2B49%20171%202345678", page.Url, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove +491712345678" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog).GetByLabel("Reason")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("gave consent");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await page.GetByText("No: +49 171 2345678 is not blocked.").First.WaitForAsync();
        await Assertions.Expect(page.Locator(".facts")).ToBeFocusedAsync();
        await page.GetByText("What was done").ClickAsync();
        await page.GetByText($"Removed by {RunningApp.OwnerEmail}, “gave consent”").WaitForAsync();
    }

    [Fact]
    public async Task What_the_page_shows_is_exported_safe_from_formulas()
    {
        var app = await StartAppAsync();
        var window = await OpenWindowAsync(app.Address);
        var page = window.Page;
        await page.SignInAsync();
        await page.GotoAsync("/do-not-call");
        var list = new DoNotCallPageObject(page);
        await list.AddAsync("+12125550123", "=1+1");
        await list.AddAsync("+12125550124", "lawyer");

        await page.OpenAsync("/do-not-call?q=1%2B1");
        var download = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Link, new() { Name = "Export CSV" }).ClickAsync());

        Assert.Equal("do-not-call.csv", download.SuggestedFilename);
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.Equal("phone_number,reason,source,expires_at,added_by,added_at", lines[0]);
        Assert.StartsWith($"'+12125550123,'=1+1,manual,,{RunningApp.OwnerEmail},", Assert.Single(lines.Skip(1)), StringComparison.Ordinal);
    }
}
