using AngleSharp.Dom;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Web.NewBatch;
using BatchDashboard.Web.NewBatch.Review;
using Bunit;

namespace BatchDashboard.Tests.NewBatch;

public sealed class ReviewStepTests : WizardTest
{
    private const string File =
        """
        phone_number,name
        +12125550123,Ann
        +1212555012,Bob
        030 901820,Cem
        (212) 555-0123,Dan
        ="+12125550124",Eve
        """;

    [Fact]
    public async Task The_review_runs_by_itself_and_every_row_is_on_a_tile()
    {
        var draft = await Core.DraftAsync(File);
        await ChangeAsync(draft, d => d.Reviewed(null, d.Basis));

        var page = await ShowReviewAsync(draft);

        Assert.Equal(
            ["5 all rows", "1 ready", "1 with warnings", "2 with errors", "1 duplicate", "0 on do-not-call", "0 called lately"],
            page.FindAll(".tile").Select(Words));
        Assert.Equal("2 of 5 rows will be called.", page.Find(".called").TextContent.Trim());
        Assert.True((await DraftAsync(draft)).IsReviewed);
    }

    [Theory]
    [InlineData(DraftStep.Review, ".called", "1 of 5 rows will be called.")]
    [InlineData(DraftStep.Launch, ".wizard-footer button", "Launch 1 call")]
    public async Task A_number_that_came_onto_the_do_not_call_list_is_counted_when_the_step_is_opened(DraftStep step, string where, string text)
    {
        var draft = await Core.DraftAsync(File);
        await Core.Service<DoNotCallList>().AddAsync(
            "+12125550124", "US", new DoNotCallTerms("asked", DoNotCallSource.Manual), Operator, default);

        var page = Show(draft, step);

        page.WaitForAssertion(() => Assert.Equal(text, page.Find(where).TextContent.Trim()));
    }

    [Fact]
    public async Task A_tile_shows_its_rows_alone()
    {
        var page = await ShowReviewAsync(await Core.DraftAsync(File));

        await PressAsync(page, () => page.FindAll(".tile")[3]);

        Assert.Equal("true", page.FindAll(".tile")[3].GetAttribute("aria-pressed"));
        Assert.Equal("Rows with errors: 2", page.Find("#rows").TextContent);
        Assert.Equal("3", page.Find("[role=grid]").GetAttribute("aria-rowcount"));
    }

    [Fact]
    public async Task A_saved_cell_moves_its_row_to_another_tile_and_can_be_undone()
    {
        var draft = await Core.DraftAsync(File);
        var page = await ShowReviewAsync(draft);
        var grid = page.FindComponent<ReviewGrid>();

        var stays = await page.InvokeAsync(() => grid.Instance.SaveAsync(3, 0, "+12125550199"));

        Assert.True(stays);
        Assert.Equal("1 with errors", Words(page.FindAll(".tile")[3]));
        Assert.Equal("Undo: phone_number of row 3", page.Find("[data-undo]").TextContent.Trim());
        await PressAsync(page, () => page.Find("[data-undo]"));
        page.WaitForAssertion(() => Assert.Equal("Nothing to undo", page.Find("[data-undo]").TextContent.Trim()));
        Assert.Equal("2 with errors", Words(page.FindAll(".tile")[3]));
    }

    [Fact]
    public async Task A_mended_row_leaves_the_rows_with_its_problem()
    {
        var page = await ShowReviewAsync(await Core.DraftAsync(File));
        await PressAsync(page, () => page.FindAll(".tile")[3]);

        var stays = await page.InvokeAsync(() => page.FindComponent<ReviewGrid>().Instance.SaveAsync(3, 0, "+12125550199"));

        Assert.False(stays);
    }

    [Fact]
    public async Task A_text_that_is_none_is_refused_at_the_grid()
    {
        var page = await ShowReviewAsync(await Core.DraftAsync(File));

        var stays = await page.InvokeAsync(() => page.FindComponent<ReviewGrid>().Instance.SaveAsync(3, 0, "a\0"));

        Assert.Null(stays);
        Assert.StartsWith("A cell takes text", page.Find("section [role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repair_is_shown_on_a_few_rows_before_it_is_applied()
    {
        var draft = await Core.DraftAsync(File);
        var page = await ShowReviewAsync(draft);

        await PressAsync(page, "Use default country…");
        page.WaitForElement("#repair-country");
        await page.Find("#repair-country").ChangeAsync(new() { Value = "DE" });

        page.WaitForAssertion(() =>
        {
            Assert.Contains("1 of 2 numbers can be called then", page.Find(".repair").TextContent, StringComparison.Ordinal);
            Assert.Equal(["4", "phone_number", "030 901820", "+4930901820"], page.FindAll(".repair tbody tr > *").Select(cell => cell.TextContent));
        });
        await PressAsync(page, "Apply");
        page.WaitForAssertion(() => Assert.Equal("Undo: use default country DE for 1 row", page.Find("[data-undo]").TextContent.Trim()));
        Assert.Equal(3, (await DraftAsync(draft)).Report!.Ready);
    }

    [Fact]
    public async Task Duplicates_are_all_called_when_that_is_wanted_and_errors_stop_the_batch()
    {
        var draft = await Core.DraftAsync(File);
        var page = await ShowReviewAsync(draft);

        await Radio(page, "Call them all").ChangeAsync(new() { Value = "on" });
        page.WaitForAssertion(() => Assert.Equal("0 duplicates", Words(page.FindAll(".tile")[4])));
        await Radio(page, "Launch only when there are none").ChangeAsync(new() { Value = "on" });

        Assert.Equal("1 thing to fix", page.Find(".standing span").TextContent);
        Assert.Equal("rows_with_errors", (await Core.LaunchAsync(draft)).Error.Code);
    }

    [Fact]
    public async Task Another_caller_id_is_checked_on_the_way_to_the_launch()
    {
        var draft = await Core.DraftAsync(File);
        await ChangeAsync(draft, d => d.Set("from", "+12125550123"));
        Assert.Equal(2, DraftPrompt.Of(await DraftAsync(draft)).Recipients);

        var page = Show(draft, DraftStep.Launch);

        page.WaitForAssertion(() => Assert.Equal("Launch 1 call", page.Find(".wizard-footer button").TextContent));
        Assert.True((await DraftAsync(draft)).IsReviewed);
    }

    [Fact]
    public async Task Cells_at_fault_name_their_problem()
    {
        var draft = await DraftAsync(await Core.DraftAsync(File));
        var row = (await Core.Service<DraftReview>().RowsAsync(draft, new ReviewFilter(ReviewKind.Error), 0, 1, default))[0];

        var shown = Render<ReviewGridRow>(parameters => parameters
            .Add(p => p.Item, new GridRow(0, row))
            .Add(p => p.Columns, [(0, "phone_number"), (1, "name")]));

        var cell = shown.Find("[data-column='0']");
        Assert.Equal("true", cell.GetAttribute("aria-invalid"));
        Assert.Contains("“+1212555012”", shown.Find($"#{cell.GetAttribute("aria-describedby")}").TextContent, StringComparison.Ordinal);
        Assert.Null(shown.Find("[data-column='1']").GetAttribute("aria-invalid"));
        Assert.Equal(SkipCodes.Invalid, row.Code);
    }

    [Fact]
    public async Task A_row_tells_all_its_problems_and_each_cell_at_fault_is_marked()
    {
        var draft = await Core.DraftAsync("phone_number,max_duration,model,name\n+1212555012,soon,best,Ann\n", d => d.Decide(
            [new(ColumnUse.PhoneNumber), new(ColumnUse.Setting, "max_duration"), new(ColumnUse.Setting, "model"), d.Columns![3]],
            d.Phone,
            callDuplicates: false));

        var row = await OnlyRowAsync(draft);

        Assert.Equal(SkipCodes.Invalid, row.Code);
        Assert.Equal([0, 1, 2], row.Columns);
        Assert.StartsWith("“+1212555012” is ", row.Message, StringComparison.Ordinal);
        Assert.Contains("max_duration must be ", row.Message, StringComparison.Ordinal);
        Assert.Contains("model must be ", row.Message, StringComparison.Ordinal);
        var shown = Render<ReviewGridRow>(parameters => parameters
            .Add(p => p.Item, new GridRow(0, row))
            .Add(p => p.Columns, [(0, "phone_number"), (1, "max_duration"), (2, "model"), (3, "name")]));
        Assert.Equal(["0", "1", "2"], shown.FindAll("[aria-invalid]").Select(cell => cell.GetAttribute("data-column")));
    }

    [Fact]
    public async Task A_row_tells_all_its_warnings_with_their_columns()
    {
        var row = await OnlyRowAsync(await Core.DraftAsync("phone_number,name,note\n'+12125550123, Ann,=1+1\n"));

        Assert.Equal((ReviewKind.Warning, WarningCodes.NumberRewritten), (row.Kind, row.Code));
        Assert.Equal(
            "phone_number: Called as +12125550123, which is not how it is written in the file. Is that right? " +
            "name: Starts or ends with white space. " +
            "note: Looks like a formula. It is used as text, as it stands here; nothing is calculated.",
            row.Message);
    }

    [Fact]
    public async Task Where_no_row_is_rejected_there_is_nothing_to_download()
    {
        var page = await ShowReviewAsync(await Core.DraftAsync("phone_number\n+12125550123\n"));

        Assert.Empty(page.FindAll("a[href$='rejected.csv']"));
        Assert.Contains("No row is rejected.", page.Markup, StringComparison.Ordinal);
    }

    private async Task<ReviewRow> OnlyRowAsync(Guid draft) =>
        Assert.Single(await Core.Service<DraftReview>().RowsAsync(await DraftAsync(draft), new ReviewFilter(), 0, 10, default));

    private async Task<IRenderedComponent<WizardPage>> ShowReviewAsync(Guid draft)
    {
        var page = Show(draft, DraftStep.Review);
        await page.WaitForElementAsync(".tiles");
        return page;
    }

    private static IElement Radio(IRenderedComponent<WizardPage> page, string label) =>
        page.FindAll("label").Single(element => element.TextContent.Trim() == label).QuerySelector("input")!;

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
