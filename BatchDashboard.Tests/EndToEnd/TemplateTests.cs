using BatchDashboard.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.EndToEnd;

/// <summary>From the gallery to a launched batch, in a real browser.</summary>
public sealed class TemplateTests(Browser browser, ITestOutputHelper output) : JourneyTest(browser, output)
{
    private const string Table =
        """
        phone_number,customer_name,business_name,date,time
        +12345678909,Sarah H,South Bay Coffee,July 10,9:30
        +12345678910,,South Bay Coffee,July 11,10:00
        """;

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_starter_becomes_a_template_and_a_batch_is_launched_from_it(int width)
    {
        using var files = new ScratchDirectory();
        var app = await StartAppAsync();
        var window = await OpenWindowAsync(app.Address, new() { Width = width });
        var page = window.Page;
        await page.SignInAsync();
        await page.OpenAsync("/batches");
        await page.GetByRole(AriaRole.Link, new() { Name = "Templates", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No templates yet" })).ToBeVisibleAsync();
        await window.LookAsync("templates-empty");

        await page.GetByRole(AriaRole.Button, new() { Name = "Use this: Appointment reminder" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Appointment reminder", Level = 1 })).ToBeFocusedAsync();
        await window.LookAsync("template");
        await page.Locator("#template-name").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as version 2" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "Not saved yet" })).ToBeFocusedAsync();
        await window.LookAsync("template-problem");
        await page.Locator(".problems a").PressAsync("Enter");
        await Assertions.Expect(page.Locator("#template-name")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("July reminder");
        await page.Locator("#first_sentence").FillAsync("Hi {{customer_name | default: \"there\"}}, this is the automated AI assistant of {{business_name}}.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as version 2" }).PressAsync("Enter");
        await page.GetByText("As in version 2").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Versions (2)" }).ClickAsync();
        await Assertions.Expect(page.Locator(".diff .added").First).ToContainTextAsync("July reminder");
        await window.LookAsync("template-versions");
        await window.LookAsync("templates", "/templates");

        await page.GetByRole(AriaRole.Button, new() { Name = "Start batch from July reminder" }).PressAsync("Enter");
        await page.WaitForURLAsync("**/recipients");
        var wizard = new WizardPage(page);
        await wizard.UploadAsync(await WriteAsync(files));
        await wizard.OpenMappingAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Map all to request_data", Exact = true }).ClickAsync();
        await wizard.ReviewAsync();
        await page.Locator(".wizard-footer button").ClickAsync();
        await Assertions.Expect(page.Locator("#template-state")).ToHaveTextAsync("From “July reminder”, version 2.");
        await Assertions.Expect(page.Locator(".preview mark").First).ToHaveTextAsync("Sarah H");
        await page.GetByRole(AriaRole.Button, new() { Name = "Next recipient" }).ClickAsync();
        await Assertions.Expect(page.Locator(".preview mark.default").First).ToHaveTextAsync("there");
        await window.LookAsync("wizard-4-prompt-template");
        await CompleteAVariableAsync(window);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as template…" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Do not save" })).ToBeFocusedAsync();
        await window.LookAsync("template-save");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save as template…" })).ToBeFocusedAsync();
        await wizard.LaunchAsync("July");

        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("from template July reminder, version 2");
        await Eventually.TrueAsync(
            () => app.Ledger.Read().Count == 2, TimeSpan.FromSeconds(20), () => $"both are dialled.\n{app.Log.Text}");
    }

    private static async Task CompleteAVariableAsync(BrowserWindow window)
    {
        var (page, text) = (window.Page, window.Page.Locator("#first_sentence"));
        await text.FillAsync("On ");
        await page.Keyboard.TypeAsync("{{e");
        var options = page.GetByRole(AriaRole.Listbox, new() { Name = "Variables" }).GetByRole(AriaRole.Option);
        await Assertions.Expect(options).ToHaveTextAsync(
            ["customer_name 50 % filled, “Sarah H”", "business_name 100 % filled, “South Bay Coffee”", "date 100 % filled, “July 10”", "time 100 % filled, “9:30”", "phone_number “+12345678909”"]);
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(text).ToHaveAttributeAsync("aria-activedescendant", "variable-completion-4");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(options).ToHaveCountAsync(0);
        await Assertions.Expect(text).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(options.Nth(2)).ToHaveAttributeAsync("aria-selected", "true");
        await window.LookAsync("wizard-4-completion");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync(".");
        await Assertions.Expect(text).ToHaveValueAsync("On {{date}}.");
        await Assertions.Expect(options).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".preview mark").First).ToHaveTextAsync("July 11");
        await page.Keyboard.PressAsync("Control+Z");
        await Assertions.Expect(text).Not.ToHaveValueAsync("On {{date}}.");
        await text.FillAsync("On {{date}}.");
    }

    private static async Task<string> WriteAsync(ScratchDirectory files)
    {
        var path = files.PathOf("july.csv");
        await File.WriteAllTextAsync(path, Table);
        return path;
    }
}
