using System.Text;
using Microsoft.Playwright;

namespace BatchDashboard.Tests.EndToEnd;

/// <summary>The new-batch wizard as its user goes through it.</summary>
internal sealed class NewBatchSteps(IPage page)
{
    public async Task OpenAsync()
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "New batch" }).First.ClickAsync();
        await HeadingAsync("Step 1 of 5");
    }

    public async Task UploadAsync(string fileName, string csv)
    {
        await page.Locator("input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = fileName, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = fileName })).ToBeVisibleAsync();
    }

    public Task MapAllAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Map all to request_data" }).ClickAsync();

    /// <summary>The dry run has ended with these counts.</summary>
    public async Task ReviewedAsync(int ready, int skipped)
    {
        await Assertions.Expect(Tile("ready")).ToContainTextAsync(Count(ready), new() { Timeout = 30_000 });
        await Assertions.Expect(Tile("skipped")).ToContainTextAsync(Count(skipped));
    }

    public async Task WritePromptAsync(string prompt)
    {
        await page.Locator("#task").FillAsync(prompt);
        await page.Locator("#task").BlurAsync();
    }

    public async Task NameAsync(string name)
    {
        await page.Locator("#name").FillAsync(name);
        await page.Locator("#name").BlurAsync();
    }

    public async Task NextAsync(int step)
    {
        await page.Locator(".wizard-footer").GetByRole(AriaRole.Button).ClickAsync();
        await HeadingAsync($"Step {step} of 5");
    }

    /// <summary>Presses Launch and waits for the page of the new batch.</summary>
    public async Task LaunchAsync()
    {
        await page.Locator(".wizard-footer").GetByRole(AriaRole.Button, new() { Name = "Launch" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/new", StringComparison.Ordinal), new() { Timeout = 30_000 });
    }

    private Task HeadingAsync(string text) => Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
        .ToContainTextAsync(text, new() { Timeout = 30_000 });

    private ILocator Tile(string word) => page.Locator(".tile", new() { HasText = word });

    private static string Count(int count) => count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
