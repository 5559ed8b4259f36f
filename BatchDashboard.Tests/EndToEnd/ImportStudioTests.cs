using System.Text;
using System.Text.RegularExpressions;
using BatchDashboard.Tests.Imports.OddFiles;
using BatchDashboard.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.EndToEnd;

/// <summary>Files of several kinds, from the drop to the launch, and what the mapping step knows of earlier ones.</summary>
public sealed class ImportStudioTests(Browser browser, ITestOutputHelper output) : JourneyTest(browser, output), IDisposable
{
    private readonly ScratchDirectory _files = new();

    [Fact]
    public async Task A_workbook_goes_from_the_drop_to_the_launch()
    {
        var app = await StartAppAsync();
        var page = (await OpenWindowAsync(app.Address)).Page;
        var wizard = await StartAsync(page);
        var workbook = TinyWorkbook.Of(
            TinyWorkbook.Row(1, "Phone", "Name"),
            TinyWorkbook.Row(2, "+12125550123", "Zoë"),
            $"<row r=\"3\">{TinyWorkbook.Number("A3", "12125550124")}{TinyWorkbook.Text("B3", "Bob")}</row>").Bytes();

        await wizard.DropAsync("list.xlsx", workbook);
        await Assertions.Expect(page.GetByText("2 rows", new() { Exact = true })).ToBeVisibleAsync();
        await wizard.MapAllToRequestDataAsync();
        await wizard.ReviewAsync();
        await wizard.WritePromptAsync("Hi {{Name}}.");
        await Assertions.Expect(page.Locator(".preview mark")).ToHaveTextAsync("Zoë");
        var id = await wizard.LaunchAsync("From a workbook");

        await UntilDialledAsync(app, id, "+12125550123", "+12125550124");
    }

    [Fact]
    public async Task A_file_that_is_dropped_before_the_page_listens_is_taken_when_it_does()
    {
        var app = await StartAppAsync();
        var page = (await OpenWindowAsync(app.Address)).Page;
        var listens = new TaskCompletionSource();
        await page.RouteAsync(new Regex("/new-batch\\..*js"), async route =>
        {
            await listens.Task;
            await route.ContinueAsync();
        });
        await page.SignInAsync();
        await new WizardPage(page).StartAsync();
        // The circuit has drawn the page anew, and its script is still on its way.
        await page.UntilInteractiveAsync();

        var stays = await new WizardPage(page).DispatchDropAsync("list.csv", "phone,name\n+12125550123,Ann\n"u8.ToArray());

        Assert.True(stays);
        listens.SetResult();
        await page.GetByRole(AriaRole.Heading, new() { Name = "list.csv" }).WaitForAsync();
    }

    [Fact]
    public async Task A_file_of_an_old_spreadsheet_goes_from_the_drop_to_the_launch_with_its_accents()
    {
        var app = await StartAppAsync();
        var page = (await OpenWindowAsync(app.Address)).Page;
        var wizard = await StartAsync(page);
        var csv = Encoding.Latin1.GetBytes("Kundenliste Mai\r\n\r\nTelefon;Name;Straße\r\n030 901820;Jörg Müßig;Königsallee 1\r\n089 23300;Zoë;Fährweg 2\r\n");

        await wizard.DropAsync("kunden.csv", csv);
        await Assertions.Expect(page.GetByLabel("Header row")).ToHaveValueAsync("3");
        await Assertions.Expect(page.GetByLabel("Delimiter")).ToHaveValueAsync(";");
        await Assertions.Expect(page.GetByLabel("Encoding")).ToHaveValueAsync("windows-1252");
        await wizard.MapAllToRequestDataAsync();
        await page.GetByLabel("Default country").SelectOptionAsync("DE");
        await wizard.ReviewAsync();
        await wizard.WritePromptAsync("Guten Tag, {{Name}}.");
        var id = await wizard.LaunchAsync("Aus der Tabelle");

        await UntilDialledAsync(app, id, "+4930901820", "+498923300");
        await page.OpenAsync("/calls");
        await page.GetByRole(AriaRole.Link, new() { Name = "+49 30 901820" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Jörg Müßig").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Königsallee 1").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_mapping_is_remembered_for_the_same_columns_and_offered_for_nearly_the_same_by_keyboard_alone()
    {
        var app = await StartAppAsync();
        var page = (await OpenWindowAsync(app.Address)).Page;
        await LaunchMappedAsync(page);

        var wizard = await UploadAsync(page, "next.csv", "d,c,b,a,phone\n4,3,2,1,+12125550124\n");
        await wizard.OpenMappingAsync();
        await Assertions.Expect(page.Locator(".notice.info")).ToContainTextAsync("These columns were mapped before, in May reminders");
        await Assertions.Expect(page.GetByLabel("Variable name of a")).ToHaveValueAsync("customer");

        wizard = await UploadAsync(page, "near.csv", "phone,a,b,c,city\n+12125550125,1,2,3,Rome\n");
        await wizard.OpenMappingAsync();
        await Assertions.Expect(page.Locator(".notice.info")).ToContainTextAsync("It knows 4 of 5 columns. New here: city. Not here: d.");
        await Assertions.Expect(page.GetByLabel("Variable name of a")).ToHaveValueAsync("a");
        await page.Locator(".notice.info button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Variable name of a")).ToHaveValueAsync("customer");
        await Assertions.Expect(page.Locator(".notice.info")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Every_state_of_the_mapping_can_be_read_by_everybody_and_fits_its_window(int width)
    {
        var app = await StartAppAsync();
        var window = await OpenWindowAsync(app.Address, new() { Width = width });
        var page = window.Page;
        var wizard = await UploadAsync(
            page,
            "wide.csv",
            "phone_number,model,minutes,mobile,e-mail,city,since,timezone,webhook,notes,a_column_with_quite_a_long_name_that_does_not_end,empty\n" +
            "+12125550123,turbo,5,+12125550133,ann@example.com,Rome,2024-05-01,Europe/Rome,https://example.com/a/rather/long/address/that/does/not/end,\"Called twice, and would like to be called again in the afternoon\",1,\n" +
            "+12125550124,quick,short,+12125550134,bob@example.com,Paris,2024-06-01,Europe/Paris,https://example.com/b,,2,\n" +
            "+12125550125,quick,?,+12125550135,cem@example.com,Rome,2024-07-01,Europe/Rome,https://example.com/c,,3,\n");
        await wizard.OpenMappingAsync();
        await window.LookAsync("map-12-columns");

        await page.Locator("#column-1").SelectOptionAsync("setting:model");
        await page.Locator("#column-2").SelectOptionAsync("setting:max_duration");
        await page.Locator("#column-3").SelectOptionAsync("PhoneNumber");
        await page.Locator("#add-setting").SelectOptionAsync("voice");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Keep it here") })).ToHaveCountAsync(2);
        await page.Locator("#column-1-value-717569636b").SelectOptionAsync("turbo");
        await page.GetByLabel("What short stands for").FillAsync("abc");
        await page.GetByLabel("What short stands for").BlurAsync();
        await page.Locator("#called_within").FillAsync("0");
        await page.Locator("#called_within").BlurAsync();
        await Assertions.Expect(page.Locator("#called_within-error")).ToBeVisibleAsync();
        await window.LookAsync("map-to-fix");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Columns to fix") }).ClickAsync();
        await Assertions.Expect(page.Locator(".mapping tbody tr")).ToHaveCountAsync(3);
        await window.LookAsync("map-filtered");
        await page.Locator("#column-search").FillAsync("nothing like it");
        await page.Locator("#column-search").BlurAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show all columns" }).WaitForAsync();
        await window.LookAsync("map-none-shown");

        await LaunchMappedAsync(page, signIn: false);
        await (await UploadAsync(page, "next.csv", "d,c,b,a,phone\n4,3,2,1,+12125550124\n", signIn: false)).OpenMappingAsync();
        await window.LookAsync("map-remembered");
        await (await UploadAsync(page, "near.csv", "phone,a,b,c,city\n+12125550125,1,2,3,Rome\n", signIn: false)).OpenMappingAsync();
        await window.LookAsync("map-offered");
        await (await UploadAsync(page, "far.csv", "phone,a,zip,town\n+12125550125,1,2,3\n", signIn: false)).OpenMappingAsync();
        await page.GetByText("Reuse a mapping…").ClickAsync();
        await window.LookAsync("map-reuse");

        window.Expect("422: POST");
        wizard = await StartAsync(page, signIn: false);
        await window.LookAsync("recipients-empty");
        await wizard.RefusedAsync("broken.xlsx", TinyWorkbook.Of(TinyWorkbook.Row(1, "phone")).Bytes()[..^100]);
        await window.LookAsync("recipients-refused");
        await wizard.OpenStepAsync("map");
        await window.LookAsync("map-without-file");
    }

    public void Dispose() => _files.Dispose();

    private static async Task<WizardPage> StartAsync(IPage page, bool signIn = true)
    {
        if (signIn)
            await page.SignInAsync();
        var wizard = new WizardPage(page);
        await wizard.StartAsync();
        return wizard;
    }

    private async Task<WizardPage> UploadAsync(IPage page, string name, string csv, bool? signIn = null)
    {
        var wizard = await StartAsync(page, signIn ?? page.Url == "about:blank");
        await File.WriteAllTextAsync(_files.PathOf(name), csv);
        await wizard.UploadAsync(_files.PathOf(name));
        return wizard;
    }

    private async Task LaunchMappedAsync(IPage page, bool? signIn = null)
    {
        var wizard = await UploadAsync(page, "may.csv", "phone,a,b,c,d\n+12125550123,1,2,3,4\n", signIn);
        await wizard.OpenMappingAsync();
        await page.GetByLabel("Variable name of a").FillAsync("customer");
        await page.GetByLabel("Variable name of a").BlurAsync();
        await wizard.ReviewAsync();
        await wizard.WritePromptAsync("Hi {{customer}}.");
        await wizard.LaunchAsync("May reminders");
    }

    private static async Task UntilDialledAsync(RunningApp app, string id, params string[] numbers)
    {
        await Eventually.TrueAsync(
            () => app.Ledger.Read().Count == numbers.Length, TimeSpan.FromSeconds(30), () => $"batch {id} is dialled.\n{app.Log.Text}");
        Assert.Equal(numbers, app.Ledger.Read().Select(call => call.To).Order(StringComparer.Ordinal));
    }
}
