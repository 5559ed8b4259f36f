using System.Globalization;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Review;

namespace BatchDashboard.Tests.NewBatch;

public sealed class DraftEditsTests : ReviewTest
{
    private const string File =
        """
        phone_number,name
        +12125550123,Ann
        +1212555012,Bob
        +12125550124,Cem
        (212) 555-0124,Dan
        +12125550125
        """;

    [Fact]
    public async Task A_row_is_mended_in_place_and_the_counts_follow_at_once()
    {
        var draft = await Core.DraftAsync(File);

        var after = await EditAsync(draft, 3, 0, "+12125550199");

        Assert.True(after.IsReviewed);
        Assert.Equal(3, after.Report!.Ready);
        Assert.Equal([new("duplicate", 1), new("row_shape", 1)], after.Report.SkippedByCode.OrderBy(code => code.Key));
        var row = (await RowsAsync(draft))[1];
        Assert.Equal((ReviewKind.Ready, 12125550199L), (row.Kind, row.Number));
    }

    [Fact]
    public async Task Who_is_whose_duplicate_is_settled_anew_when_a_number_changes()
    {
        var draft = await Core.DraftAsync(File);

        await EditAsync(draft, 4, 0, "+12125550123");

        var rows = await RowsAsync(draft);
        Assert.Equal("same number as row 2", rows[2].Message);
        Assert.Equal(ReviewKind.Ready, rows[3].Kind);
        await UndoAsync(draft);
        rows = await RowsAsync(draft);
        Assert.Equal(ReviewKind.Ready, rows[2].Kind);
        Assert.Equal("same number as row 4", rows[3].Message);
    }

    [Fact]
    public async Task A_row_with_a_cell_too_few_becomes_what_the_operator_sees()
    {
        var draft = await Core.DraftAsync(File);

        var after = await EditAsync(draft, 6, 1, "Eve");

        Assert.False(after.IsReviewed);
        await RunAsync(draft);
        var row = (await RowsAsync(draft))[^1];
        Assert.Equal(ReviewKind.Ready, row.Kind);
        Assert.Equal(["+12125550125", "Eve"], JsonText.ReadArray(row.Cells));
        await UndoAsync(draft);
        await RunAsync(draft);
        Assert.Equal(SkipCodes.RowShape, (await RowsAsync(draft))[^1].Code);
    }

    [Fact]
    public async Task Twenty_five_steps_are_undone_one_after_the_other_the_last_first()
    {
        var draft = await Core.DraftAsync(File);
        var before = await SummaryAsync(draft);
        for (var step = 0; step < 25; step++)
            await EditAsync(draft, 2 + (step % 4), step % 2, string.Create(CultureInfo.InvariantCulture, $"+1212555{step:0000}"));

        for (var step = 0; step < 25; step++)
            Assert.True((await UndoAsync(draft)).IsReviewed);

        Assert.Equal(before, await SummaryAsync(draft));
        Assert.Equal("nothing_to_undo", (await Core.Service<DraftEdits>().UndoAsync(draft, Owner, default)).Error.Code);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_is_changed_the_review_is_what_reading_the_whole_file_again_says(int seed)
    {
        // Few numbers for many rows, so that most are somebody's duplicate, in spellings of all kinds.
        string[] cells = ["+12125550123", "212 555 0123", "+12125550124", "２１２ 555 0124", "0212", "", "+12125550125", "=\"+12125550125\"", "'+12125550124"];
        var random = new Random(seed);
        var lines = Enumerable.Range(0, 40).Select(_ => $"\"{Any().Replace("\"", "\"\"", StringComparison.Ordinal)}\",{random.Next(3)} x");
        var draft = await Core.DraftAsync("phone_number,name\n" + string.Join('\n', lines));

        for (var round = 0; round < 60; round++)
        {
            if (random.Next(4) == 0)
                await Core.Service<DraftEdits>().UndoAsync(draft, Owner, default);
            else if (random.Next(8) == 0)
                await DropAsync(draft, 2 + random.Next(40));
            else
                await EditAsync(draft, 2 + random.Next(40), 0, Any());
            Assert.True((await GetAsync(draft)).IsReviewed);
        }

        var (counts, report, rows) = (await CountsAsync(draft), (await GetAsync(draft)).Report!, await SummaryAsync(draft));
        await RunAsync(draft);
        Assert.Equal(await SummaryAsync(draft), rows);
        var again = await CountsAsync(draft);
        Assert.All(ReviewKinds.All, kind => Assert.Equal(again.Of(kind), counts.Of(kind)));
        var read = (await GetAsync(draft)).Report!;
        Assert.Equal((read.Total, read.Ready), (report.Total, report.Ready));
        Assert.Equal(read.SkippedByCode.OrderBy(code => code.Key), report.SkippedByCode.OrderBy(code => code.Key));

        string Any() => cells[random.Next(cells.Length)];
    }

    [Fact]
    public async Task The_launched_batch_calls_the_rows_as_they_were_changed_and_skips_the_dropped_ones()
    {
        var draft = await Core.DraftAsync(File);
        await EditAsync(draft, 3, 0, "+12125550199");
        await EditAsync(draft, 3, 1, "Bobby");
        await DropAsync(draft, 2);
        var source = (await GetAsync(draft)).Source!;

        var batch = (await Core.LaunchAsync(draft)).Value;

        await Core.UntilFinalAsync(batch);
        Assert.Equal(["+12125550124", "+12125550199"], Core.Ledger.Read().Select(call => call.To).Order());
        var skipped = await Core.Service<SkippedRowQueries>().ListAsync((await Core.GetAsync(batch)).Number, 10, 0, default);
        Assert.Equal(["dropped", "duplicate", "row_shape"], skipped.Select(row => row.Code));
        Assert.Equal(File, await System.IO.File.ReadAllTextAsync(Core.Service<DraftFiles>().PathOf(source.StoredAs)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5_000)]
    public async Task Changes_made_to_the_rows_of_another_file_are_refused(int count)
    {
        var draft = await Core.DraftAsync(File);
        var shown = await GetAsync(draft);
        using var other = new MemoryStream("city,phone_number,name\nRome,+12125550111,Ann\n"u8.ToArray());
        Assert.True((await Core.Service<DraftUploads>().ReceiveAsync(draft, Owner, "other.csv", other, null, default)).IsSuccess);

        var applied = await Core.Service<DraftEdits>().ApplyAsync(shown, "x", Edits(count), default);

        Assert.Equal("other_file", applied.Error.Code);
        Assert.Empty(await Core.Service<DraftEdits>().ListAsync(draft, 20, default));
    }

    [Fact]
    public async Task A_large_step_that_was_never_stored_to_its_end_does_not_count_and_makes_way_for_the_next()
    {
        var draft = await Core.DraftAsync(File);
        var before = await SummaryAsync(draft);
        await Core.Service<Database>().WriteAsync(
            WritePriority.Interactive,
            context =>
            {
                var step = context.AddStep(draft, "x", DraftEditStep.Unfinished, default);
                Assert.True(context.TryAddEdits(draft, step, [new DraftEdit(2, RowOverlay.WholeRow, null, "")]));
                return Task.CompletedTask;
            },
            default);

        Assert.Empty(await Core.Service<DraftEdits>().ListAsync(draft, 20, default));
        await RunAsync(draft);
        Assert.Equal(before, await SummaryAsync(draft));
        Assert.True((await Core.Service<DraftEdits>().ApplyAsync(await GetAsync(draft), "many", Edits(5_000), default)).IsSuccess);
        Assert.Equal(["many"], (await Core.Service<DraftEdits>().ListAsync(draft, 20, default)).Select(step => step.Words));
        await RunAsync(draft);
        Assert.Equal("name 2", JsonText.ReadArray((await RowsAsync(draft))[0].Cells)[1]);
    }

    /// <summary>Of the second column, from row 2 on.</summary>
    private static DraftEdit[] Edits(int count) =>
        [.. Enumerable.Range(2, count).Select(row => new DraftEdit(row, 1, $"name {row}", null))];

    [Fact]
    public async Task A_launched_draft_takes_no_more_changes()
    {
        var draft = await Core.DraftAsync(File);
        await EditAsync(draft, 3, 0, "+12125550199");
        await Core.LaunchAsync(draft);
        var edits = Core.Service<DraftEdits>();

        Assert.Equal(DraftErrors.AlreadyLaunchedCode, (await edits.UndoAsync(draft, Owner, default)).Error.Code);
        Assert.Equal(
            DraftErrors.AlreadyLaunchedCode,
            (await edits.ApplyAsync(await GetAsync(draft), "drop 1 row", [new(2, RowOverlay.WholeRow, null, "")], default)).Error.Code);
        Assert.Equal(DraftErrors.AlreadyLaunchedCode, (await Core.Service<DraftReview>().RunAsync(draft, Owner, null, default)).Error.Code);
    }

    [Fact]
    public async Task Another_file_has_none_of_the_changes_of_the_old_one()
    {
        var draft = await Core.DraftAsync(File);
        await DropAsync(draft, 2);
        using var content = new MemoryStream("phone_number,name\n+12125550123,Ann\n"u8.ToArray());

        await Core.Service<DraftUploads>().ReceiveAsync(draft, Owner, "next.csv", content, null, default);
        await RunAsync(draft);

        Assert.Empty(await Core.Service<DraftEdits>().ListAsync(draft, 20, default));
        Assert.Equal(1, (await GetAsync(draft)).Report!.Ready);
    }

    [Fact]
    public async Task Another_caller_id_leaves_the_report_standing_but_out_of_date()
    {
        var draft = await Core.DraftAsync(File);

        await Core.Service<DraftService>().ChangeAsync(draft, Owner, d => d.Set("from", "+12125550123"), default);

        var changed = await GetAsync(draft);
        Assert.Equal(2, changed.Report!.Ready);
        Assert.False(changed.IsReviewed);
        Assert.Equal("not_reviewed", (await Core.LaunchAsync(draft)).Error.Code);
        await RunAsync(draft);
        Assert.Equal(1, (await GetAsync(draft)).Report!.Ready);
        Assert.True((await Core.LaunchAsync(draft)).IsSuccess);
    }

    [Fact]
    public async Task A_batch_that_is_to_have_no_errors_is_launched_only_without_any()
    {
        var draft = await Core.DraftAsync(File, d => d.StopOnErrors = true);

        var refused = await Core.LaunchAsync(draft);

        Assert.StartsWith("2 rows have errors", refused.Error.Message, StringComparison.Ordinal);
        await DropAsync(draft, 3);
        await DropAsync(draft, 6);
        await RunAsync(draft);
        Assert.True((await Core.LaunchAsync(draft)).IsSuccess);
    }

    private async Task DropAsync(Guid draft, int rowNumber)
    {
        var row = (await RowsAsync(draft)).Single(row => row.RowNumber == rowNumber);
        if (row.Kind != ReviewKind.Dropped)
            Taken(await Core.Service<DraftEdits>().ApplyAsync(await GetAsync(draft), "drop 1 row", [DraftEdits.Drop(row)], default));
    }
}
