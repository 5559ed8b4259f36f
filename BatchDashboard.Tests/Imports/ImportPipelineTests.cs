using System.Text.Json.Nodes;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Tests.Imports;

public sealed class ImportPipelineTests
{
    private static readonly ImportRules Rules = new(new PhoneRules());

    [Fact]
    public async Task A_row_keeps_all_its_values_in_the_order_of_the_file()
    {
        var row = Assert.Single(await ReadAsync(
            "name,phone_number,note\n\"Zoë \"\"Z\"\"\",(212) 555-0123,\"a\\b\n\tc\"\n"));
        Assert.Equal((2, "+12125550123"), (row.RowNumber, row.Number));
        Assert.Equal(["Zoë \"Z\"", "(212) 555-0123", "a\\b\n\tc"], JsonText.ReadArray(row.Data));
        Assert.Null(row.Skipped);
    }

    [Fact]
    public async Task A_bad_number_is_skipped_with_its_column_its_text_and_the_whole_row()
    {
        var row = Assert.Single(await ReadAsync("phone_number,name\n+10987654321,John W\n"));
        Assert.Null(row.Number);
        Assert.Equal((SkipCodes.Invalid, "phone_number", "+10987654321"), Fault(row));
        Assert.Equal(["+10987654321", "John W"], JsonText.ReadArray(row.Data));
    }

    [Fact]
    public async Task Of_two_columns_of_one_name_the_one_at_fault_shows_its_text()
    {
        using var file = new SourceFile("number,number\nfirst,second\n");
        var mapping = new ColumnMapping(["number", "number"], [new(ColumnUse.Ignore), new(ColumnUse.PhoneNumber)]);
        var groups = await new ImportPipeline(Rules, TinyChecks.All)
            .ReadCsvAsync(file.Path, new SourceFormat(), mapping, CancellationToken.None)
            .Select(ReadRow.Of)
            .ToListAsync();
        Assert.Equal((SkipCodes.NotANumber, "number", "second"), Fault(Assert.Single(groups[0])));
    }

    [Fact]
    public async Task A_ragged_row_is_skipped_and_keeps_its_fields()
    {
        var row = (await ReadAsync("phone_number,name\n+12125550123,Smith, John\n"))[0];
        Assert.Equal((SkipCodes.RowShape, "", null), Fault(row));
        Assert.Equal(["+12125550123", "Smith", " John"], JsonText.ReadArray(row.Data));
    }

    [Fact]
    public async Task The_same_number_in_another_spelling_is_called_once()
    {
        const string Text = "phone_number\n+12125550123\n(212) 555-0123\n2125550124\n212.555.0123\n";
        var rows = await ReadAsync(Text);
        Assert.Equal([null, SkipCodes.Duplicate, null, SkipCodes.Duplicate], rows.Select(row => row.Skipped?.Code));
        Assert.All([rows[1], rows[3]], row => Assert.Equal("same number as row 2", row.Skipped!.Message));
        Assert.All(await ReadAsync(Text, Rules with { CallDuplicates = true }), row => Assert.Null(row.Skipped));
    }

    [Fact]
    public async Task A_skipped_row_takes_its_number_from_nobody()
    {
        const string Text = "phone_number,max_duration\n2125550123,9999\n2125550123,30\n";
        var rows = await ReadAsync(Text, null, "max_duration");
        Assert.Equal([SkipCodes.BadSetting, null], rows.Select(row => row.Skipped?.Code));
    }

    [Fact]
    public async Task A_bad_setting_names_column_and_rule_and_a_blank_one_sets_nothing()
    {
        const string Text = "phone_number,max_duration\n2125550123,soon\n2125550124, \n";
        var rows = await ReadAsync(Text, null, "max_duration");
        Assert.Equal((SkipCodes.BadSetting, "max_duration", "soon"), Fault(rows[0]));
        Assert.Contains("at most 720", rows[0].Skipped!.Message, StringComparison.Ordinal);
        Assert.Null(rows[1].Skipped);
    }

    [Fact]
    public async Task The_own_number_and_those_on_the_do_not_call_list_are_not_called()
    {
        var rows = await ReadAsync(
            "phone_number,from\n2125550111,\n" +
            $"{TinyChecks.Blocked},\n2125550123,(212) 555-0123\n2125550111,2125550199\n",
            Rules with { OwnNumber = "(212) 555-0111" },
            "from");
        Assert.Equal(
            [SkipCodes.OwnNumber, SkipCodes.DoNotCall, SkipCodes.OwnNumber, null],
            rows.Select(row => row.Skipped?.Code));
    }

    [Theory]
    [InlineData("2026-05-31 14:30:00", "2026-05-31T14:30:00Z")]
    [InlineData("2026-05-31 14:30:00-05:00", "2026-05-31T19:30:00Z")]
    [InlineData("2026-05-31 14:30:00 +02:00", "2026-05-31T12:30:00Z")]
    [InlineData("1999-01-01 00:00:00", "1999-01-01T00:00:00Z")]
    public async Task A_row_has_its_own_start_time(string cell, string time)
    {
        var row = Assert.Single(await ReadAsync($"phone_number,start_time\n2125550123,{cell}\n", null, "start_time"));
        Assert.Equal(DateTimeOffset.Parse(time, null), row.NotBefore);
        Assert.Equal(TimeSpan.Zero, row.NotBefore!.Value.Offset);
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2026-02-30 10:00:00")]
    [InlineData("05/31/2026 14:30")]
    public async Task A_start_time_that_cannot_be_read_skips_the_row(string cell)
    {
        var row = Assert.Single(await ReadAsync($"phone_number,start_time\n2125550123,{cell}\n", null, "start_time"));
        Assert.Equal((SkipCodes.BadSetting, cell), (row.Skipped!.Code, row.Skipped.Value));
    }

    [Fact]
    public async Task The_apostrophe_of_an_export_is_taken_off_again_once_where_the_text_is_used()
    {
        var row = Assert.Single(await ReadAsync("phone_number,note,name\n'+12125550123,''=1+1,'twas\n"));
        Assert.Equal("+12125550123", row.Number);
        Assert.Equal(["'+12125550123", "'=1+1", "'twas"], JsonText.ReadArray(row.Data));
    }

    [Fact]
    public async Task One_row_too_many_refuses_the_source()
    {
        var text = "phone_number\n" + string.Concat(Enumerable.Range(0, 5).Select(row => $"212555012{row}\n"));
        Assert.Equal(5, (await ReadAsync(text, Rules with { MaxRows = 5 })).Count);
        var refused = await Assert.ThrowsAsync<SourceUnreadableException>(
            () => ReadAsync(text, Rules with { MaxRows = 4 }));
        Assert.Equal(SourceErrors.TooManyRowsCode, refused.Error.Code);
    }

    [Fact]
    public async Task Rows_come_in_groups_and_running_again_gives_the_same()
    {
        using var file = new SourceFile("");
        await MessyRecipients.WriteAsync(file.Path);
        var first = await Sources.GroupsAsync(file);
        var again = await Sources.GroupsAsync(file);
        Assert.Equal([2_000, 2_000, 1_000], first.Select(group => group.Count));
        Assert.Equal(first.SelectMany(group => group), again.SelectMany(group => group));
    }

    [Fact]
    public async Task Groups_of_long_rows_are_smaller()
    {
        var note = new string('x', 10_000);
        var rows = Enumerable.Range(0, 1_000).Select(row => $"212555{2_000 + row},{note}\n");
        using var file = new SourceFile("phone_number,note\n" + string.Concat(rows));
        var groups = await Sources.GroupsAsync(file);
        Assert.True(groups.Count > 2);
        Assert.Equal(1_000, groups.Sum(group => group.Count));
    }

    [Fact]
    public async Task A_cancelled_run_stops()
    {
        using var file = new SourceFile("");
        await MessyRecipients.WriteAsync(file.Path);
        using var cancellation = new CancellationTokenSource();
        var format = (await file.DetectAsync()).Value.Format;
        var mapping = ColumnMapping.FromApi(MessyRecipients.Headers, null, TinyChecks.IsSetting).Value;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in new ImportPipeline(Rules, TinyChecks.All)
                .ReadCsvAsync(file.Path, format, mapping, cancellation.Token))
                await cancellation.CancelAsync();
        });
    }

    [Fact]
    public async Task Call_objects_lose_their_number_and_keep_the_rest()
    {
        var rows = await ReadEntriesAsync(
            """{"phone_number":"2125550123","request_data":{"name":"Zoë <b>"},"start_time":"2026-05-31 14:30:00"}""",
            """{"phone_number":12125550124}""",
            """{"phone_number":null,"voice":"maya"}""",
            """{"phone_number":"+12125550123"}""",
            """{"phone_number":"+12125550125","from":"2125550125"}""");

        Assert.Equal([1, 2, 3, 4, 5], rows.Select(row => row.RowNumber));
        Assert.Equal(
            [null, null, SkipCodes.Blank, SkipCodes.Duplicate, SkipCodes.OwnNumber],
            rows.Select(row => row.Skipped?.Code));
        Assert.Equal("""{"request_data":{"name":"Zoë <b>"},"start_time":"2026-05-31 14:30:00"}""", rows[0].Data);
        Assert.Equal(new DateTimeOffset(2026, 5, 31, 14, 30, 0, TimeSpan.Zero), rows[0].NotBefore);
        Assert.Equal("{}", rows[1].Data);
        Assert.Equal("maya", JsonNode.Parse(rows[2].Data)!["voice"]!.GetValue<string>());
        Assert.Equal("same number as row 1", rows[3].Skipped!.Message);
    }

    [Theory]
    [InlineData("""{"voice":"maya"}""", "Entry #2 did not have a phone number.")]
    [InlineData("""[1]""", "Entry #2 is not")]
    [InlineData("""{"phone_number":""", "Entry #2 is not")]
    [InlineData("""{"phone_number":"1","a":1,"a":2}""", "Entry #2 is not")]
    public async Task A_call_object_that_cannot_be_one_refuses_the_source(string line, string words)
    {
        var refused = await Assert.ThrowsAsync<SourceUnreadableException>(
            () => ReadEntriesAsync("""{"phone_number":"2125550123"}""", line));
        Assert.Equal(SourceErrors.SourceInvalidCode, refused.Error.Code);
        Assert.StartsWith(words, refused.Error.Message, StringComparison.Ordinal);
    }

    private static async Task<List<ReadRow>> ReadEntriesAsync(params string[] lines)
    {
        using var file = new SourceFile(string.Join('\n', lines));
        return await new ImportPipeline(Rules, TinyChecks.All)
            .ReadEntriesAsync(file.Path, CancellationToken.None)
            .SelectMany(group => ReadRow.Of(group).ToAsyncEnumerable())
            .ToListAsync();
    }

    private static (string Code, string Column, string? Value) Fault(ReadRow row) =>
        (row.Skipped!.Code, row.Skipped.Column, row.Skipped.Value);

    /// <param name="settings">Columns that are call settings under their own name.</param>
    private static async Task<List<ReadRow>> ReadAsync(
        string text,
        ImportRules? rules = null,
        params string[] settings)
    {
        using var file = new SourceFile(text);
        var groups = await Sources.GroupsAsync(file, rules ?? Rules, settings.ToDictionary(name => name));
        return [.. groups.SelectMany(group => group)];
    }
}
