using BatchDashboard.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.EndToEnd;

/// <summary>The way from a file to a launched batch, in a real browser.</summary>
public sealed class WizardTests(Browser browser, ITestOutputHelper output) : JourneyTest(browser, output)
{
    private const string SeedTable =
        """
        phone_number,business_name,previous_customer,champion_name,webhook
        +12345678909,South Bay Coffee,Yes,Sarah H,https://example.com/webhook1
        +10987654321,John's Laundry,No,John W,https://example.com/webhook2
        """;

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_first_table_of_the_seed_goes_from_a_file_to_a_launched_batch(int width)
    {
        using var files = new ScratchDirectory();
        var app = await StartAppAsync();
        var window = await OpenWindowAsync(app.Address, new() { Width = width });
        var wizard = new WizardPage(window.Page);
        await window.Page.SignInAsync();

        await wizard.StartAsync();
        await wizard.UploadAsync(await WriteAsync(files));
        await window.LookAsync("wizard-1-recipients");
        await wizard.MapAllToRequestDataAsync();
        await window.LookAsync("wizard-2-map");
        await wizard.ReviewAsync();
        await window.LookAsync("wizard-3-review");
        await wizard.WritePromptAsync("Hi {{champion_nam}}.");
        await Assertions.Expect(window.Page.Locator("#task-error")).ToContainTextAsync("Did you mean {{champion_name}}?");
        await window.LookAsync("wizard-4-prompt-unknown");
        await window.Page.Locator("#task").FillAsync("Hi {{champion_name}}, is this {{business_name}}?");
        await window.Page.Locator("#task").BlurAsync();
        await Assertions.Expect(window.Page.Locator(".preview mark").First).ToHaveTextAsync("Sarah H");
        await window.LookAsync("wizard-4-prompt");
        await wizard.NameAsync("Seed table");
        await window.LookAsync("wizard-5-launch");
        var id = await wizard.LaunchAsync("Seed table");

        await Eventually.TrueAsync(
            () => app.Ledger.Read().Count > 0, TimeSpan.FromSeconds(20), () => $"batch {id} is dialled.\n{app.Log.Text}");
        Assert.Equal("+12345678909", Assert.Single(app.Ledger.Read()).To);
    }

    [Fact]
    public async Task A_reload_in_the_middle_of_a_prompt_loses_nothing()
    {
        using var files = new ScratchDirectory();
        var app = await StartAppAsync();
        var window = await OpenWindowAsync(app.Address);
        var wizard = new WizardPage(window.Page);
        await window.Page.SignInAsync();
        await wizard.StartAsync();
        await wizard.UploadAsync(await WriteAsync(files));
        await wizard.MapAllToRequestDataAsync();
        await wizard.ReviewAsync();
        await wizard.WritePromptAsync("Hi {{champion_name}}.");
        // The preview is drawn from what is stored or about to be.
        await Assertions.Expect(window.Page.Locator(".preview mark")).ToHaveTextAsync("Sarah H");
        await Assertions.Expect(window.Page.Locator(".saved")).ToContainTextAsync("Saved");

        await window.Page.ReloadAsync();

        await Assertions.Expect(window.Page.Locator("#task")).ToHaveValueAsync("Hi {{champion_name}}.");
    }

    [Fact]
    public async Task Many_calls_are_launched_only_when_their_number_is_typed()
    {
        using var files = new ScratchDirectory();
        var app = await StartAppAsync();
        var window = await OpenWindowAsync(app.Address, new() { Width = 390 });
        var page = window.Page;
        var wizard = new WizardPage(page);
        await page.SignInAsync();
        await wizard.StartAsync();
        var path = files.PathOf("many.csv");
        await File.WriteAllLinesAsync(path, Enumerable.Range(0, 501).Select(CoreHost.Number).Prepend("phone_number"));
        await wizard.UploadAsync(path);
        await wizard.OpenMappingAsync();
        await wizard.ReviewAsync();
        await wizard.WritePromptAsync("Say hello.");
        await wizard.NameAsync("Many");
        var launch = page.GetByRole(AriaRole.Button, new() { Name = "Launch 501 calls" });
        var typed = page.Locator("#calls-to-make");

        await launch.ClickAsync();
        await Assertions.Expect(typed).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("500");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#calls-to-make-problem")).ToContainTextAsync("It is 501");
        await window.LookAsync("wizard-launch-many");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(typed).ToHaveCountAsync(0);
        await Assertions.Expect(launch).ToBeEnabledAsync();
        Assert.Empty(app.Ledger.Read());

        await wizard.LaunchAsync("Many");
        await Eventually.TrueAsync(
            () => app.Ledger.Read().Count > 0, TimeSpan.FromSeconds(30), () => $"it is dialled.\n{app.Log.Text}");
    }

    [Fact]
    public async Task A_start_time_typed_key_by_key_is_the_one_the_batch_waits_for()
    {
        using var files = new ScratchDirectory();
        var app = await StartAppAsync();
        var window = await OpenWindowAsync(app.Address, new() { TimeZone = "America/New_York" });
        var page = window.Page;
        var wizard = new WizardPage(page);
        await page.SignInAsync();
        await wizard.StartAsync();
        await wizard.UploadAsync(await WriteAsync(files));
        await wizard.MapAllToRequestDataAsync();
        await wizard.ReviewAsync();
        await wizard.WritePromptAsync("Hi {{champion_name}}.");
        await wizard.NameAsync("Later");

        await page.GetByLabel("At a later time").CheckAsync();
        await page.Locator("#start_time").FocusAsync();
        await page.Keyboard.TypeAsync("11252037", new() { Delay = 60 });
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.TypeAsync("0930AM", new() { Delay = 60 });

        await Assertions.Expect(page.Locator("#start_time")).ToHaveValueAsync("2037-11-25T09:30");
        await Assertions.Expect(page.Locator("#start_time-help")).ToContainTextAsync("America/New_York (UTC-05:00)");
        var id = await wizard.LaunchAsync("Later");
        await Assertions.Expect(page.Locator("section.notice")).ToContainTextAsync("It starts 25 Nov 2037, 09:30");
        using var api = app.CreateApiClient();
        var batch = (await api.GetAsync($"/v2/batches/{id}")).Data;
        Assert.Equal(new DateTimeOffset(2037, 11, 25, 9, 30, 0, TimeSpan.FromHours(-5)), batch.GetProperty("start_time").GetDateTimeOffset());
        Assert.Empty(app.Ledger.Read());
    }

    private static async Task<string> WriteAsync(ScratchDirectory files)
    {
        var path = files.PathOf("seed.csv");
        await File.WriteAllTextAsync(path, SeedTable);
        return path;
    }
}
