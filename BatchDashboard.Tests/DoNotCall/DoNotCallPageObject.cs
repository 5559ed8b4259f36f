using System.Text;
using BatchDashboard.Tests.Support;
using Microsoft.Playwright;

namespace BatchDashboard.Tests.DoNotCall;

/// <summary>The do-not-call page and its dialogs, as an operator uses them.</summary>
internal sealed class DoNotCallPageObject(IPage page)
{
    private ILocator Numbers => page.GetByLabel("Phone numbers");

    public async Task OpenAddAsync()
    {
        await page.UntilInteractiveAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add numbers" }).ClickAsync();
        await Assertions.Expect(Numbers).ToBeFocusedAsync();
    }

    /// <summary>Fills the open dialog in and sends it.</summary>
    public async Task FillAsync(string numbers, string reason)
    {
        await Numbers.FillAsync(numbers);
        await page.GetByLabel("Reason (optional)").FillAsync(reason);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
    }

    public async Task AddAsync(string number, string reason)
    {
        await OpenAddAsync();
        await FillAsync(number, reason);
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    /// <summary>On the page of the import: uploads a file and waits until it is shown.</summary>
    public async Task UploadAsync(string name, string csv)
    {
        await page.GetByLabel("CSV or Excel file").SetInputFilesAsync(
            new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = name }).WaitForAsync();
        await page.UntilInteractiveAsync();
    }
}
