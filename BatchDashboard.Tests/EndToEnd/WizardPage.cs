using System.Globalization;
using System.Text.RegularExpressions;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.NewBatch.Launch;
using Microsoft.Playwright;

namespace BatchDashboard.Tests.EndToEnd;

/// <summary>The wizard that makes a batch, as an operator goes through it.</summary>
internal sealed partial class WizardPage(IPage page)
{
    private ILocator Next => page.Locator(".wizard-footer button");

    /// <summary>Opens a new batch on its first step.</summary>
    public async Task StartAsync()
    {
        await page.GotoAsync("/batches/new");
        await page.WaitForURLAsync("**/recipients");
    }

    /// <summary>Uploads a file and waits until its first rows are shown.</summary>
    public async Task UploadAsync(string path)
    {
        await Assertions.Expect(page.Locator("#file")).ToBeEnabledAsync();
        await page.Locator("#file").SetInputFilesAsync(path);
        await page.GetByRole(AriaRole.Heading, new() { Name = Path.GetFileName(path) }).WaitForAsync();
    }

    /// <summary>Drops a file on the page and waits until its first rows are shown.</summary>
    public async Task DropAsync(string name, byte[] content)
    {
        await DropFileAsync(name, content);
        await page.GetByRole(AriaRole.Heading, new() { Name = name }).WaitForAsync();
    }

    /// <summary>Drops a file that cannot be read, and waits until that is said.</summary>
    public async Task RefusedAsync(string name, byte[] content)
    {
        await DropFileAsync(name, content);
        await page.GetByText($"{name} was not taken.").WaitForAsync();
    }

    /// <summary>Goes to a step of this draft by its address.</summary>
    public async Task OpenStepAsync(string step)
    {
        await page.OpenAsync(new Uri(new Uri(page.Url), step).ToString());
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
    }

    /// <summary>Goes on to the mapping and waits until the file is counted.</summary>
    public async Task OpenMappingAsync()
    {
        await GoOnAsync("Step 2 of 5: Map columns");
        await page.GetByText("Counted over all").WaitForAsync();
    }

    /// <summary>Goes on to the mapping and makes every column but the phone number request data.</summary>
    public async Task MapAllToRequestDataAsync()
    {
        await GoOnAsync("Step 2 of 5: Map columns");
        await page.GetByRole(AriaRole.Button, new() { Name = "Map all to request_data", Exact = true }).ClickAsync();
        await page.GetByText("request data already; nothing changed.").Or(page.GetByText("became request data.")).First.WaitForAsync();
    }

    /// <summary>Goes on to the review, which begins to check the rows.</summary>
    public Task BeginReviewAsync() => GoOnAsync("Step 3 of 5: Review");

    /// <summary>Goes on to the review and waits until every row is checked.</summary>
    public async Task ReviewAsync()
    {
        await BeginReviewAsync();
        await page.GetByText("will be called.").WaitForAsync();
    }

    /// <summary>Goes on to the prompt and writes it.</summary>
    public async Task WritePromptAsync(string prompt)
    {
        await GoOnAsync("Step 4 of 5: Prompt");
        await page.GetByLabel("Prompt", new() { Exact = true }).FillAsync(prompt);
        await page.GetByLabel("Prompt", new() { Exact = true }).BlurAsync();
    }

    /// <summary>Goes on to the last step and names the batch.</summary>
    public async Task NameAsync(string name)
    {
        await GoOnAsync("Step 5 of 5: Launch");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
    }

    /// <summary>Names the batch, launches it, and returns its id.</summary>
    public async Task<string> LaunchAsync(string name)
    {
        if (!page.Url.EndsWith("/launch", StringComparison.Ordinal))
            await NameAsync(name);
        var calls = string.Concat((await Next.TextContentAsync())!.Where(char.IsAsciiDigit));
        await Next.ClickAsync();
        if (int.Parse(calls, CultureInfo.InvariantCulture) > LaunchDialog.Few)
        {
            await page.Locator("#calls-to-make").FillAsync(calls);
            await page.Keyboard.PressAsync("Enter");
        }

        await page.WaitForURLAsync(BatchAddress());
        return BatchAddress().Match(page.Url).Groups["id"].Value;
    }

    private async Task DropFileAsync(string name, byte[] content)
    {
        var zone = page.Locator(".drop-zone");
        await Eventually.TrueAsync(
            async () =>
            {
                await zone.DispatchEventAsync("dragover");
                return await zone.GetAttributeAsync("data-over") is not null;
            },
            TimeSpan.FromSeconds(20),
            "the page takes what is dropped");
        Assert.True(await DispatchDropAsync(name, content));
    }

    /// <summary>Drops a file, whether the page listens or not; true when the browser stays on the page.</summary>
    public Task<bool> DispatchDropAsync(string name, byte[] content) => page.Locator(".drop-zone").EvaluateAsync<bool>(
        """
        (zone, { name, content }) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([Uint8Array.from(atob(content), byte => byte.charCodeAt(0))], name));
            return !zone.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
        }
        """,
        new { name, content = Convert.ToBase64String(content) });

    private async Task GoOnAsync(string heading)
    {
        await Next.ClickAsync();
        try
        {
            await page.GetByRole(AriaRole.Heading, new() { Name = heading }).WaitForAsync();
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The wizard does not go on to \"{heading}\"; it shows:\n{await page.Locator("body").InnerTextAsync()}");
        }
    }

    [GeneratedRegex("/batches/(?<id>[0-9a-f-]{36})$")]
    private static partial Regex BatchAddress();
}
