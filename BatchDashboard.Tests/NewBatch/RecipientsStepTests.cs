using System.Text;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Tests.Imports.OddFiles;
using BatchDashboard.Web.NewBatch;
using Bunit;

namespace BatchDashboard.Tests.NewBatch;

public sealed class RecipientsStepTests : WizardTest
{
    private const string Titled = "My list of May\n\nphone;name;name\n12125550123;Ann;A\n12125550124;Bob;B\n";

    [Fact]
    public async Task The_file_is_shown_as_it_was_understood_with_nothing_hidden_in_its_name()
    {
        var draft = await Core.DraftAsync(SeedTable);
        await ChangeAsync(draft, d => d.Use(d.Source! with { FileName = "a\u202Efdp.csv" }));

        var page = await ShowAsync(draft);

        Assert.Equal("a[U+202E]fdp.csv", page.Find("#file-card").TextContent);
        Assert.Equal(["2 rows", "5 columns", "204 bytes"], page.FindAll(".facts li").Select(fact => fact.TextContent));
        Assert.Equal(
            ["phone_number", "+12345678909", "+10987654321"],
            page.FindAll(".grid td:nth-of-type(1)").Select(cell => cell.TextContent));
        Assert.Equal($"/uploads/{draft}", page.Find(".file a[download]").GetAttribute("href"));
    }

    [Fact]
    public async Task Each_detection_stands_in_its_field_with_its_reason()
    {
        var page = await ShowAsync(await UploadAsync(Titled));

        Assert.Equal("Detected: there are no accents in it.", Reason(page, "encoding"));
        Assert.Equal("Detected: most rows have 3 columns with it.", Reason(page, "delimiter"));
        Assert.Equal("Detected: no value stands in quotes.", Reason(page, "quote"));
        Assert.Equal("Detected: it has a column called “phone”.", Reason(page, "header-row"));
        Assert.Equal("Row 3: phone, name, name", page.Find("#header-row option[selected]").TextContent);
    }

    [Fact]
    public async Task What_should_be_known_about_the_file_is_said()
    {
        var page = await ShowAsync(await UploadAsync(
            "My list\n\nphone,name,name,,notes\n12125550123,Ann,A,x,\n12125550124,Bob\n12125550125,=SUM(1),@b,y,\n"));

        Assert.Equal(
            [
                "Rows 1 to 2 stand above the header and are not used.",
                "2 columns are called “name”; they are told apart as name, name_2.",
                "1 column has no header: column_4.",
                "Empty in all of the first 2 rows: notes.",
                "Row 5 will be skipped. The row has 2 fields where the header has 5 columns. A value that contains the delimiter must stand in quotes.",
                "Cells that look like formulas are taken as the text they are: row 6.",
            ],
            page.FindAll(".file .notices li").Select(notice => notice.TextContent.Trim()));
    }

    [Fact]
    public async Task A_guessed_encoding_says_so_and_another_one_can_be_chosen()
    {
        var draft = await UploadAsync(Encoding.Latin1.GetBytes("phone,name\n12125550123,Zoë\n"));
        var page = await ShowAsync(draft);
        Assert.Contains("The encoding is a guess", page.Find(".file .notices").TextContent, StringComparison.Ordinal);

        await ChooseAsync(page, "encoding", "macintosh");

        page.WaitForAssertion(() => Assert.Contains("ZoÎ", page.Find(".grid").TextContent, StringComparison.Ordinal));
        Assert.StartsWith(
            "Chosen by you. Detected was Western European (Windows-1252): ", Reason(page, "encoding"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".file .notices"));
        Assert.Equal("macintosh", (await DraftAsync(draft)).Source!.Format.Encoding);

        await ChooseAsync(page, "encoding", "windows-1252");

        page.WaitForAssertion(() => Assert.Contains("Zoë", page.Find(".grid").TextContent, StringComparison.Ordinal));
        Assert.StartsWith("Chosen by you. Detected: ", Reason(page, "encoding"), StringComparison.Ordinal);
        Assert.StartsWith("Detected: ", Reason(page, "delimiter"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".file .notices"));
    }

    [Fact]
    public async Task Another_header_row_keeps_the_meaning_of_the_columns_that_stay_and_drops_the_dry_run()
    {
        var draft = await Core.DraftAsync("phone,name\nphone,city\n12125550123,Ann\n");
        await ChangeAsync(draft, d => d.Decide(
            [d.Columns![0], new ColumnTarget(ColumnUse.Metadata, "who")], d.Phone, callDuplicates: false));
        await Core.Service<DraftReview>().RunAsync(draft, Operator, null, default);
        Assert.NotNull((await DraftAsync(draft)).Report);
        var page = await ShowAsync(draft);

        await PressAsync(page, () => page.Find("button[aria-label='Use as header: row 2']"));
        page.WaitForAssertion(() => Assert.Equal("2Header", Plain(page.Find(".is-header th").TextContent)));

        var reread = await DraftAsync(draft);
        Assert.Equal(["phone", "city"], reread.Source!.Headers);
        Assert.Equal(
            [new ColumnTarget(ColumnUse.PhoneNumber), new ColumnTarget(ColumnUse.RequestData, "city")], reread.Columns!);
        Assert.Null(reread.Report);
    }

    [Fact]
    public async Task The_first_row_can_be_data()
    {
        var draft = await UploadAsync("phone,name\n12125550123,Ann\n");
        var page = await ShowAsync(draft);

        await page.Find("[role=switch]").ChangeAsync(new() { Value = true });
        page.WaitForAssertion(() => Assert.Equal("0", page.Find("#header-row").GetAttribute("value")));

        Assert.Equal(["column_1", "column_2"], (await DraftAsync(draft)).Source!.Headers);
        Assert.Empty(page.FindAll(".is-header"));

        await page.Find("[role=switch]").ChangeAsync(new() { Value = false });
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".is-header")));
        Assert.Equal(["phone", "name"], (await DraftAsync(draft)).Source!.Headers);
    }

    [Fact]
    public async Task A_way_in_which_the_file_cannot_be_read_is_explained_and_changes_nothing()
    {
        var draft = await UploadAsync("phone,name\n12125550123,'Ann\n");
        var page = await ShowAsync(draft);

        await ChooseAsync(page, "quote", "'");

        page.WaitForElement(".file [role=alert]");
        Assert.Contains("The quote (') that opens on line 2 is never closed", page.Find(".file [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("\"", page.Find("#quote").GetAttribute("value"));
        Assert.Equal('"', (await DraftAsync(draft)).Source!.Format.Quote);
    }

    [Fact]
    public async Task The_sheet_of_a_workbook_can_be_chosen()
    {
        var workbook = new TinyWorkbook()
            .Sheet("People", TinyWorkbook.Row(1, "phone", "name") + TinyWorkbook.Row(2, "12125550123", "Ann"))
            .Sheet("Others", TinyWorkbook.Row(1, "number") + TinyWorkbook.Row(2, "12125550124"));
        var draft = await UploadAsync(workbook.Bytes());
        var page = await ShowAsync(draft);
        Assert.Empty(page.FindAll("#encoding, #delimiter, #quote"));
        Assert.Equal("Detected: it is the first sheet with cells in it.", Reason(page, "sheet"));

        await ChooseAsync(page, "sheet", "Others");

        page.WaitForAssertion(() => Assert.Contains("12125550124", page.Find(".grid").TextContent, StringComparison.Ordinal));
        Assert.Equal(["number"], (await DraftAsync(draft)).Source!.Headers);
    }

    [Fact]
    public async Task The_sheet_with_phone_numbers_is_found_behind_a_cover_and_another_one_is_read_from_its_own_header()
    {
        var workbook = new TinyWorkbook()
            .Sheet("Read me", TinyWorkbook.Row(1, "Send this to marketing"))
            .Sheet("People", TinyWorkbook.Row(1, "phone", "name") + TinyWorkbook.Row(2, "12125550123", "Ann"))
            .Sheet("Others", TinyWorkbook.Row(1, "July") + TinyWorkbook.Row(3, "name", "Mobile") + TinyWorkbook.Row(4, "Bob", "12125550124"));
        var draft = await UploadAsync(workbook.Bytes());
        var page = await ShowAsync(draft);
        Assert.Equal("Detected: it is the first sheet with phone numbers in it.", Reason(page, "sheet"));
        Assert.Equal(["phone", "name"], (await DraftAsync(draft)).Source!.Headers);

        await ChooseAsync(page, "sheet", "Others");

        page.WaitForAssertion(() => Assert.Contains("12125550124", page.Find(".grid").TextContent, StringComparison.Ordinal));
        Assert.Equal(["name", "Mobile"], (await DraftAsync(draft)).Source!.Headers);
        Assert.Equal("Detected: it has a column called “Mobile”.", Reason(page, "header-row"));
    }

    [Fact]
    public async Task A_draft_of_an_older_version_is_read_as_before()
    {
        var draft = await UploadAsync("phone;name\n12125550123;Ann\n");
        var stored = (await DraftAsync(draft)).Source!.StoredAs;
        const string old = """{"fileName":"a.csv","storedAs":"STORED","size":29,"format":{"encoding":"utf-8","delimiter":";","headerRow":1},"headers":["phone","name"]}""";
        var source = System.Text.Json.JsonSerializer.Deserialize<DraftSource>(
            old.Replace("STORED", stored, StringComparison.Ordinal), System.Text.Json.JsonSerializerOptions.Web)!;
        Assert.Equal(new SourceFormat(Delimiter: ';', Quote: '"', Kind: SourceKind.Csv), source.Format);
        await ChangeAsync(draft, d => d.Use(source));

        var page = await ShowAsync(draft);

        Assert.Equal(";", page.Find("#delimiter").GetAttribute("value"));
        Assert.Empty(page.FindAll("#delimiter-reason"));
        Assert.Contains("Ann", page.Find(".grid").TextContent, StringComparison.Ordinal);
    }

    private Task<Guid> UploadAsync(string text) => UploadAsync(Encoding.UTF8.GetBytes(text));

    private async Task<Guid> UploadAsync(byte[] content)
    {
        var draft = await Core.Service<DraftService>().StartAsync(Operator, default);
        using var stream = new MemoryStream(content);
        var received = await Core.Service<DraftUploads>()
            .ReceiveAsync(draft.Id, Operator, "list", stream, stream.Length, default);
        Assert.Empty(received.Errors);
        return draft.Id;
    }

    private async Task<IRenderedComponent<WizardPage>> ShowAsync(Guid draft)
    {
        var page = Show(draft, DraftStep.Recipients);
        await page.WaitForElementAsync(".grid td", TimeSpan.FromSeconds(10));
        return page;
    }

    private static Task ChooseAsync(IRenderedComponent<WizardPage> page, string field, string value) =>
        page.Find($"#{field}").ChangeAsync(new() { Value = value });

    private static string Reason(IRenderedComponent<WizardPage> page, string field) =>
        page.Find($"#{field}-reason").TextContent;

    private static string Plain(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
