using System.Text;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Review;

namespace BatchDashboard.Tests.NewBatch;

public sealed class DraftRepairsTests : ReviewTest
{
    private const string German =
        """
        phone_number,name,note
        030 901820,Ann,plain
        089 233 00,Bob,"two
        lines"
        +12125550123, Cem ,plain
        nonsense,Dan,plain
        """;

    [Fact]
    public async Task A_country_is_tried_for_all_invalid_numbers_and_those_that_fit_are_spelt_out()
    {
        var draft = await Core.DraftAsync(German);
        var repair = new Repair(RepairKind.UseCountry, SkipCodes.Invalid, "DE");

        var preview = await Core.Service<DraftRepairs>().PreviewAsync(await GetAsync(draft), repair, default);
        var after = await RepairAsync(draft, repair);

        Assert.Equal((2, 2), (preview.Rows, preview.Of));
        Assert.Equal([new DraftEdit(2, 0, "+4930901820", "030 901820"), new DraftEdit(3, 0, "+498923300", "089 233 00")], preview.First);
        Assert.Equal(3, after.Report!.Ready);
        Assert.Equal("use default country DE for 2 rows", (await Core.Service<DraftEdits>().ListAsync(draft, 1, default))[0].Words);
        await UndoAsync(draft);
        Assert.Equal(2, (await CountsAsync(draft)).Of(new ReviewFilter(Code: SkipCodes.Invalid)));
    }

    [Fact]
    public async Task Warnings_are_called_as_they_are_and_mended_when_asked()
    {
        var draft = await Core.DraftAsync(German.Replace("089 233 00", "+12125550124", StringComparison.Ordinal));

        await RepairAsync(draft, new Repair(RepairKind.JoinLines, WarningCodes.LineBreak));
        await RepairAsync(draft, new Repair(RepairKind.Trim, WarningCodes.OuterSpace));

        var rows = (await RowsAsync(draft)).Where(row => row.Kind == ReviewKind.Ready).Select(row => JsonText.ReadArray(row.Cells));
        Assert.Equal([["+12125550124", "Bob", "two lines"], ["+12125550123", "Cem", "plain"]], rows);
        Assert.Equal(0, (await CountsAsync(draft)).Of(ReviewKind.Warning));
    }

    [Fact]
    public async Task All_countries_are_told_that_help_most_and_as_much_as_each_other()
    {
        var draft = await Core.DraftAsync("phone_number\n0171 2345678\n+1212555\n");

        var best = await Core.Service<DraftRepairs>().BestCountriesAsync(
            (await Core.Service<DraftService>().GetAsync(draft, Owner, default)).Value, SkipCodes.Invalid, default);

        Assert.Contains("AT", best);
        Assert.Contains("DE", best);
        Assert.DoesNotContain("US", best);
    }

    [Theory]
    [InlineData("\"=\"\"+12125550123\"\"\",Ann", WarningCodes.NumberRewritten)]
    [InlineData("＋１２１２５５５０１２３,Ann", WarningCodes.NumberRewritten)]
    [InlineData("+12125550123,=1+1", WarningCodes.LooksLikeFormula)]
    [InlineData("+447012345678,Ann", WarningCodes.PersonalNumber)]
    [InlineData("+15002345678,Ann", WarningCodes.PersonalNumber)]
    [InlineData("+12125550123,@SUM(A1)", WarningCodes.LooksLikeFormula)]
    [InlineData("+12125550123,-3.5", "")]
    [InlineData("+12125550123,+49 30 1234", "")]
    [InlineData("'+12125550123,Ann", WarningCodes.NumberRewritten)]
    [InlineData("\u00A0+1 (212) 555-0123,Jürgen", WarningCodes.NumberRewritten)]
    public async Task What_deserves_a_look_is_told_from_what_does_not(string line, string code)
    {
        var draft = await Core.DraftAsync("phone_number,name\n" + line);

        Assert.Equal(code, Assert.Single(await RowsAsync(draft)).Code);
    }

    [Fact]
    public async Task A_row_in_another_encoding_than_its_file_deserves_a_look()
    {
        var draft = await Core.Service<DraftService>().StartAsync(Owner, default);
        using var content = new MemoryStream(
            [.. Encoding.Latin1.GetBytes("phone_number,name\n+12125550123,Müller\n+12125550124,José\n"), .. "+12125550125,Zoë\n"u8]);
        Assert.True((await Core.Service<DraftUploads>().ReceiveAsync(draft.Id, Owner, "mixed.csv", content, null, default)).IsSuccess);
        await RunAsync(draft.Id);

        var row = Assert.Single(await RowsAsync(draft.Id, new ReviewFilter(ReviewKind.Warning)));

        Assert.Equal((4, "mixed_encoding", 1), (row.RowNumber, row.Code, row.Column));
        Assert.Equal("May be “Zoë”: this row is UTF-8, and the file is read as Western European (Windows-1252). Correct it, or choose the encoding.", row.Message);
    }

    [Fact]
    public async Task A_step_of_many_rows_is_applied_and_undone_whole()
    {
        const int Many = 4_500;
        var draft = await Core.DraftAsync("phone_number\n" + string.Concat(Enumerable.Repeat("not a number\n", Many)) + "+12125550123");

        var after = await RepairAsync(draft, new Repair(RepairKind.Drop, SkipCodes.NotANumber));

        Assert.False(after.IsReviewed);
        await RunAsync(draft);
        Assert.Equal(Many, (await CountsAsync(draft)).Of(ReviewKind.Dropped));
        await UndoAsync(draft);
        await RunAsync(draft);
        Assert.Equal(Many, (await CountsAsync(draft)).Of(ReviewKind.Error));
    }

    [Fact]
    public async Task Rejected_rows_come_back_corrected_and_only_what_differs_is_a_change()
    {
        var draft = await Core.DraftAsync("phone_number,name\n030,=Ann\n+12125550123,Bob\n+12125550124\n");
        var rejected = await RejectedAsync(draft);
        Assert.Equal("phone_number,name,row_number,error_column,error_code,error_message,rejected_value", rejected[0]);
        Assert.StartsWith("030,'=Ann,2,phone_number,invalid,", rejected[1], StringComparison.Ordinal);
        Assert.EndsWith(",030", rejected[1], StringComparison.Ordinal);
        Assert.StartsWith("'+12125550124,,4,,row_shape,", rejected[2], StringComparison.Ordinal);
        Assert.Equal(3, rejected.Length);

        var report = await CorrectAsync(draft,
            """
            row_number,name,phone_number,city,error_code
            2,'=Ann,'+12125550199,Berlin,invalid
            4,Cem,'+12125550124,,
            9,Eve,+12125550111,,
            4,Again,+12125550124,,
            x,Fay,+12125550112,,
            3,Bob,'+12125550123,,
            """);

        Assert.Equal((2, 1, 3), (report.Changed, report.Unchanged, report.Refused));
        Assert.Equal(
            [
                "The column 'city' is not in your file; it was left out.",
                "Row 4 was not taken: your file has no row 9.",
                "Row 5 was not taken: row 4 stands here a second time; the first counts.",
                "Row 6 was not taken: 'x' is no row number.",
            ],
            report.Notes);
        await RunAsync(draft);
        var rows = await RowsAsync(draft);
        Assert.Equal([12125550199, 12125550123, 12125550124], rows.Select(row => row.Number!.Value));
        Assert.Equal(["+12125550124", "Cem"], JsonText.ReadArray(rows[2].Cells));
        Assert.Single(await Core.Service<DraftEdits>().ListAsync(draft, 20, default));
        Assert.Single(Directory.EnumerateFiles(Core.Service<DataDirectory>().Uploads));
    }

    [Fact]
    public async Task Rejected_rows_that_come_back_as_they_were_change_nothing()
    {
        var draft = await Core.DraftAsync("phone_number,name\n030,=Ann\n+12125550124\n+12125550125,Bob,surplus\n");
        var before = await SummaryAsync(draft);

        var report = await CorrectAsync(draft, string.Join('\n', await RejectedAsync(draft)));

        Assert.Equal((0, 3, 0), (report.Changed, report.Unchanged, report.Refused));
        Assert.Equal(before, await SummaryAsync(draft));
    }

    [Fact]
    public async Task Corrected_rows_of_another_list_are_not_taken_and_said_to_be_of_another()
    {
        var draft = await Core.DraftAsync("phone_number,name\n030,Ann\nnonsense,Bob\n00331,Cem\n12,Dan\n+12125550123,Eve\n");
        await EditAsync(draft, 5, 0, "13");

        var report = await CorrectAsync(draft,
            """
            phone_number,name,row_number,error_column,rejected_value
            +12125550191,Ann,2,phone_number,30
            +12125550192,Bob,3,phone_number,"'+1212"
            +12125550193,Cem,4,phone_number,
            +12125550194,Dan,5,phone_number,12
            +12125550195,Eve,6,phone_number,555
            +12125550123,Eve,6,,
            """);

        Assert.Equal((3, 1, 2), (report.Changed, report.Unchanged, report.Refused));
        Assert.Equal(
            "Row 3 was not taken: it was rejected for '+1212' in 'phone_number', and row 3 of your file says 'nonsense' there. "
                + "It belongs to another list; if not, empty its rejected_value.",
            report.Notes[0]);
        Assert.StartsWith("Row 6 was not taken: it was rejected for '555'", report.Notes[1], StringComparison.Ordinal);
        await RunAsync(draft);
        Assert.Equal(
            ["+12125550191", "nonsense", "+12125550193", "+12125550194", "+12125550123"],
            (await RowsAsync(draft)).Select(row => JsonText.ReadArray(row.Cells)[0]));
    }

    [Theory]
    [InlineData(RepairKind.Trim)]
    [InlineData(RepairKind.JoinLines)]
    [InlineData(RepairKind.Clear)]
    [InlineData(RepairKind.UseCountry)]
    public async Task A_repair_that_does_not_help_against_a_problem_changes_nothing(RepairKind kind)
    {
        var draft = await Core.DraftAsync("phone_number,name\n+12125550123\n+12125550124,Bob,more\n");
        var repair = new Repair(kind, SkipCodes.RowShape, "US");

        var preview = await Core.Service<DraftRepairs>().PreviewAsync(await GetAsync(draft), repair, default);
        await RepairAsync(draft, repair);

        Assert.Equal((0, 2), (preview.Rows, preview.Of));
        Assert.Empty(await Core.Service<DraftEdits>().ListAsync(draft, 1, default));
    }

    [Fact]
    public async Task The_rows_of_a_file_that_was_replaced_are_neither_given_out_nor_corrected()
    {
        var draft = await Core.DraftAsync("phone_number,name\n030,Ann\n+12125550123,Bob\n");
        using var other = new MemoryStream("phone_number,name\n+12125550111,Eve\n"u8.ToArray());
        Assert.True((await Core.Service<DraftUploads>().ReceiveAsync(draft, Owner, "other.csv", other, null, default)).IsSuccess);
        using var corrected = new MemoryStream("phone_number,name,row_number\n+12125550199,Ann,2\n"u8.ToArray());

        var received = await Core.Service<CorrectedRows>().ReceiveAsync(draft, Owner, "back.csv", corrected, null, default);

        Assert.Equal("not_reviewed", received.Error.Code);
        Assert.Single(await RejectedAsync(draft));
        Assert.Empty(await Core.Service<DraftEdits>().ListAsync(draft, 1, default));
    }

    [Fact]
    public async Task The_rows_of_a_file_that_is_read_in_another_way_are_neither_given_out_nor_corrected()
    {
        var draft = await Core.DraftAsync("phone_number,name\n030,Ann\n+12125550123,Bob\n");
        var format = (await GetAsync(draft)).Source!.Format with { HeaderRow = 0 };
        Assert.True((await Core.Service<DraftFormats>().ChangeAsync(draft, Owner, format, default)).IsSuccess);

        Assert.Single(await RejectedAsync(draft));
    }

    [Theory]
    [InlineData("phone_number,name\n+1,x\n", "no_row_numbers")]
    [InlineData("row_number,city\n2,Berlin\n", "no_known_columns")]
    [InlineData("", "no_recipients")]
    public async Task A_file_of_corrections_that_cannot_be_placed_is_refused(string csv, string code)
    {
        var draft = await Core.DraftAsync(German);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));

        var received = await Core.Service<CorrectedRows>().ReceiveAsync(draft, Owner, "back.csv", content, null, default);

        Assert.Equal(code, received.Error.Code);
    }

    [Fact]
    public async Task The_review_of_a_draft_goes_with_it()
    {
        var drafts = Core.Service<DraftService>();
        var launched = await Core.DraftAsync(German);
        await Core.LaunchAsync(launched);
        var discarded = await Core.DraftAsync(German);
        Assert.Single(Directory.EnumerateFiles(Core.Service<DataDirectory>().Reviews));

        await drafts.DiscardAsync(discarded, Owner, default);

        Assert.Empty(Directory.EnumerateFiles(Core.Service<DataDirectory>().Reviews));
    }

    private async Task<string[]> RejectedAsync(Guid draft)
    {
        using var csv = new MemoryStream();
        await Core.Service<RejectedRows>().WriteAsync(await GetAsync(draft), csv, default);
        return Encoding.UTF8.GetString(csv.ToArray()).TrimStart('\uFEFF').Split(["\r\n", "\n"], StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<CorrectionReport> CorrectAsync(Guid draft, string csv)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return (await Core.Service<CorrectedRows>().ReceiveAsync(draft, Owner, "back.csv", content, null, default)).Value;
    }
}
