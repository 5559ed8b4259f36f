using System.Text;
using BatchDashboard.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.EndToEnd;

/// <summary>The review step in a real browser: by keyboard alone, at every width, and with many rows.</summary>
public sealed class ReviewStepTests(Browser browser, ITestOutputHelper output) : JourneyTest(browser, output)
{
    private const string File =
        """
        phone_number,name
        +12125550123,Ann
        +1212555012,Bob
        030 901820,Cem
        089 23300,Dan
        (212) 555-0123,Eve
        not a number,Fay
        12125550140.0,Gus
        ="+12125550124",Hal
        """;

    [Fact]
    public async Task Rows_are_mended_repaired_and_given_back_by_keyboard_alone()
    {
        using var files = new ScratchDirectory();
        var app = await StartAppAsync();
        var page = (await OpenWindowAsync(app.Address)).Page;
        var wizard = await OpenReviewAsync(page, files, File);
        var (grid, keys) = (page.GetByRole(AriaRole.Grid), page.Keyboard);

        // One row in place.
        await page.GetByRole(AriaRole.Button, new() { Name = "5 with errors" }).FocusAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(grid).ToHaveAttributeAsync("aria-rowcount", "6");
        await grid.FocusAsync();
        await Assertions.Expect(grid).ToHaveAttributeAsync("aria-activedescendant", "cell-3-0");
        // Enter and F2 keep what the cell says; a key that is typed takes its place.
        var field = page.Locator(".editor textarea");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("3");
        await Assertions.Expect(field).ToHaveValueAsync("+12125550123");
        await keys.PressAsync("Escape");
        await Assertions.Expect(Tile(page, 3)).ToContainTextAsync("5");
        await keys.PressAsync("F2");
        await Assertions.Expect(field).ToHaveValueAsync("+1212555012");
        await keys.PressAsync("Escape");
        await keys.TypeAsync("+12125550199");
        await Assertions.Expect(field).ToHaveValueAsync("+12125550199");
        await keys.PressAsync("Enter");
        await Assertions.Expect(Tile(page, 3)).ToContainTextAsync("4");
        // The next row has taken its place.
        await Assertions.Expect(grid).ToHaveAttributeAsync("aria-activedescendant", "cell-4-0");
        await keys.PressAsync("ArrowDown");
        await Assertions.Expect(grid).ToHaveAttributeAsync("aria-activedescendant", "cell-5-0");

        // A kind of problem, repaired, undone and repaired again.
        await RepairAsync(page);
        await Assertions.Expect(Tile(page, 3)).ToContainTextAsync("2");
        await keys.PressAsync("Control+z");
        await Assertions.Expect(Tile(page, 3)).ToContainTextAsync("4");
        await RepairAsync(page);
        await Assertions.Expect(Tile(page, 3)).ToContainTextAsync("2");

        // The rest, in a spreadsheet.
        var download = await page.RunAndWaitForDownloadAsync(async () =>
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "Download 3 rejected rows" }).FocusAsync();
            await keys.PressAsync("Enter");
        });
        var path = files.PathOf("rejected-rows.csv");
        await download.SaveAsAsync(path);
        var lines = await System.IO.File.ReadAllLinesAsync(path);
        // The last first: they belong to their rows by number, not by place.
        await System.IO.File.WriteAllLinesAsync(path, lines.Take(1).Concat(lines.Skip(1).Reverse()).Select(line => line
            .Replace("not a number,Fay", "'+12125550141,Fay", StringComparison.Ordinal)
            .Replace("12125550140.0,Gus", "'+12125550140,Gus", StringComparison.Ordinal)));
        await page.GetByLabel("Upload corrected rows").SetInputFilesAsync(path);
        await Assertions.Expect(page.GetByText("2 rows changed, 1 as before, 0 not taken.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("p.called")).ToContainTextAsync("7 of 8 rows will be called.");

        await wizard.WritePromptAsync("Hi {{name}}.");
        var id = await wizard.LaunchAsync("Mended");
        await Eventually.TrueAsync(
            () => app.Ledger.Read().Count == 7, TimeSpan.FromSeconds(30), () => $"batch {id} is dialled.\n{app.Log.Text}");
        Assert.Equal(
            ["+12125550123", "+12125550124", "+12125550140", "+12125550141", "+12125550199", "+4930901820", "+498923300"],
            app.Ledger.Read().Select(call => call.To).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_review_fits_its_window_and_can_be_read_by_everybody(int width)
    {
        using var files = new ScratchDirectory();
        var app = await StartAppAsync();
        var window = await OpenWindowAsync(app.Address, new() { Width = width });
        await OpenReviewAsync(window.Page, files, File);
        await window.LookAsync("review");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "5 with errors" }).ClickAsync();
        await ShowRepairAsync(window.Page);
        await window.LookAsync("review-repair");
        await window.Page.GetByRole(AriaRole.Grid).FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await window.LookAsync("review-edit");
    }

    [Fact]
    public async Task A_hundred_thousand_rows_are_gone_through_and_changed_without_waiting()
    {
        const int Rows = 100_000;
        using var files = new ScratchDirectory();
        var app = await StartAppAsync();
        var page = (await OpenWindowAsync(app.Address)).Page;
        var lines = new StringBuilder("phone_number,name\n");
        for (var row = 0; row < Rows; row++)
            lines.Append(row == Rows - 2 ? "wrong" : CoreHost.Number(row)).Append(",Person\n");
        await OpenReviewAsync(page, files, lines.ToString());
        var grid = page.GetByRole(AriaRole.Grid);

        // The grid has an active cell once its script listens; a key that is pressed before is lost.
        await page.Locator("[role=grid][aria-activedescendant]").WaitForAsync();
        await grid.FocusAsync();
        await page.Keyboard.PressAsync("Control+End");
        await Assertions.Expect(page.Locator($"#cell-{Rows + 1}-row")).ToBeVisibleAsync();
        await page.GetByLabel("Go to row").FillAsync($"{Rows}");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"#cell-{Rows}-problem")).ToContainTextAsync("wrong");
        await grid.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        for (var step = 0; step < 3; step++)
            await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(grid).ToHaveAttributeAsync("aria-activedescendant", $"cell-{Rows}-0");
        await page.Keyboard.TypeAsync("+12125550199");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("p.called")).ToContainTextAsync("100,000 of 100,000 rows will be called.");
        await Assertions.Expect(grid).ToHaveAttributeAsync("aria-activedescendant", $"cell-{Rows + 1}-0");
        Assert.InRange(await page.Locator("[role=grid] tr").CountAsync(), 5, 60);
    }

    private static ILocator Tile(IPage page, int index) => page.Locator(".tile").Nth(index);

    private static async Task ShowRepairAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Use default country…" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var country = page.GetByLabel("Read these numbers as numbers of");
        await country.FocusAsync();
        await country.SelectOptionAsync("DE");
        await Assertions.Expect(page.GetByText("numbers can be called then")).ToBeVisibleAsync();
    }

    private static async Task RepairAsync(IPage page)
    {
        await ShowRepairAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".repair").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private static async Task<WizardPage> OpenReviewAsync(IPage page, ScratchDirectory files, string content)
    {
        var path = files.PathOf("recipients.csv");
        await System.IO.File.WriteAllTextAsync(path, content);
        var wizard = new WizardPage(page);
        await page.SignInAsync();
        await wizard.StartAsync();
        await wizard.UploadAsync(path);
        await wizard.MapAllToRequestDataAsync();
        await wizard.ReviewAsync();
        return wizard;
    }
}
