using System.Text;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Tests.Imports;

public sealed class CsvSourceTests
{
    private static readonly string[][] TwoRows = [["1", "2"], ["3", "4"]];

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a,b\n1,2\n3,4")]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n")]
    [InlineData("a,b\r1,2\r3,4\r")]
    [InlineData("a,b\n1,2\r\n3,4\r")]
    [InlineData("a,b\n\n1,2\r\n\r\n   \n3,4\n\n")]
    [InlineData("a,b,\n1,2,\n3,4,\n")]
    [InlineData("a,b\n1,2,\n3,4,\n")]
    [InlineData("a,b,,,\n1,2,,,\n3,4\n")]
    [InlineData("\"a\",\"b\"\n\"1\",2\n3,\"4\"\n")]
    [InlineData("\uFEFFa,b\n1,2\n3,4\n")]
    [InlineData("\uFEFF\"a\",b\n1,2\n3,4\n")]
    [InlineData("sep=,\na,b\n1,2\n3,4\n")]
    public async Task All_spellings_of_a_table_give_the_same_rows(string text)
    {
        var (headers, rows) = await ReadAsync(text);
        Assert.Equal(["a", "b"], headers);
        Assert.Equal(TwoRows, rows.Select(row => row.Fields));
        Assert.All(rows, row => Assert.Null(row.Fault));
    }

    [Fact]
    public async Task Quotes_hold_delimiters_line_breaks_and_doubled_quotes()
    {
        var (_, rows) = await ReadAsync("a,b\n\"x,\r\ny\",\"say \"\"hi\"\"\"\n\"\",5\" pipe\n");
        Assert.Equal(["x,\r\ny", "say \"hi\""], rows[0].Fields);
        Assert.Equal(["", "5\" pipe"], rows[1].Fields);
        Assert.All(rows, row => Assert.Null(row.Fault));
    }

    [Fact]
    public async Task Row_numbers_count_records_and_blank_lines_but_no_breaks_inside_quotes()
    {
        var (_, rows) = await ReadAsync("a,b\n1,\"x\ny\nz\"\n\n\n2,2\n");
        Assert.Equal([2, 5], rows.Select(row => row.RowNumber));
    }

    [Fact]
    public async Task A_separator_line_is_no_row_even_when_another_delimiter_is_chosen()
    {
        using var file = new SourceFile("sep=;\na,b\n1,2\n");
        var (headers, rows) = (await file.ReadAsync(new SourceFormat(Delimiter: ','))).Value;
        Assert.Equal(["a", "b"], headers);
        Assert.Equal(2, Assert.Single(rows).RowNumber);
    }

    [Fact]
    public async Task A_file_without_header_has_numbered_columns()
    {
        using var file = new SourceFile("1,2\n3,4\n");
        var (headers, rows) = (await file.ReadAsync(new SourceFormat(HeaderRow: 0))).Value;
        Assert.Equal(["column_1", "column_2"], headers);
        Assert.Equal(TwoRows, rows.Select(row => row.Fields));
        Assert.Equal(1, rows[0].RowNumber);
    }

    [Fact]
    public async Task What_stands_above_the_chosen_header_is_no_row()
    {
        using var file = new SourceFile("My list of May\n\na,b\n1,2\n");
        var (headers, rows) = (await file.ReadAsync(new SourceFormat(HeaderRow: 3))).Value;
        Assert.Equal(["a", "b"], headers);
        Assert.Equal(4, Assert.Single(rows).RowNumber);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\r\n \n")]
    [InlineData("a,b")]
    [InlineData("a,b\n\n  \n")]
    public async Task A_file_without_rows_has_no_recipients(string text)
    {
        using var file = new SourceFile(text);
        var refusal = await file.ReadAsync();
        Assert.Equal(SourceErrors.NoRecipientsCode, refusal.Error.Code);
        Assert.Contains("no recipients", refusal.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "1 field where the header has 3 columns")]
    [InlineData("1,2", "2 fields where the header has 3 columns")]
    [InlineData("1,2,3,4", "4 fields where the header has 3 columns")]
    [InlineData("1,2,3,", "4 fields where the header has 3 columns")]
    public async Task A_row_of_another_width_is_a_fault_of_that_row_alone(string row, string words)
    {
        var (_, rows) = await ReadAsync($"a,b,c\n1,2,3\n{row}\n4,5,6\n7,8,9\n");
        Assert.Equal(SkipCodes.RowShape, rows[1].Fault!.Code);
        Assert.Contains(words, rows[1].Fault!.Message, StringComparison.Ordinal);
        Assert.Equal([2, 3, 4, 5], rows.Select(each => each.RowNumber));
        Assert.Equal(3, rows.Count(each => each.Fault is null));
    }

    [Theory]
    [InlineData("a,b\n1,\"2\n3,4\n5,6\n", 2)]
    [InlineData("a,b\n1,2\n\"x\ny\",\"2\n3,4\n", 4)]
    [InlineData("a,b\n1,\"2\n3,\"4\"\n5,6\n7,\"8\"\n", 2)]
    [InlineData("a,b\n5\" pipe,\"2\n3,4\n", 2)]
    [InlineData("a,b\r\n1,2\r\n\r\n3,\"4\r\n5,6\r\n", 4)]
    [InlineData("\"a,b\n1,2\n", 1)]
    public async Task A_quote_that_never_closes_refuses_the_file_and_names_its_line(string text, int line)
    {
        using var file = new SourceFile(text);
        var refusal = await file.ReadAsync();
        Assert.Equal(SourceErrors.UnclosedQuoteCode, refusal.Error.Code);
        Assert.Contains($"line {line} ", refusal.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task An_open_quote_is_found_in_a_file_larger_than_any_buffer(string lineBreak)
    {
        var text = new StringBuilder("a,b").Append(lineBreak);
        for (var row = 2; row < 200_000; row++)
            text.Append(row == 30_000 ? "1,\"2" : "1,2").Append(lineBreak);
        text.Append(string.Concat(Enumerable.Repeat("3,4" + lineBreak, 300_000)));
        using var file = new SourceFile(text.ToString());
        var refusal = await file.ReadAsync();
        Assert.Equal(SourceErrors.UnclosedQuoteCode, refusal.Error.Code);
        Assert.Contains("line 30,000 ", refusal.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b\n1,2\n1,\"{0}\"\n3,4\n")]
    [InlineData("a,b\n1,2\n1,{0}\n3,4\n")]
    public async Task A_cell_of_ten_megabytes_refuses_the_file_without_calling_its_quotes_open(string text)
    {
        using var file = new SourceFile(string.Format(null, text, new string('x', 10_000_000)));
        var refusal = await file.ReadAsync();
        Assert.Equal(SourceErrors.TooLargeCode, refusal.Error.Code);
        Assert.Contains("line 3 ", refusal.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_too_many_columns_is_refused()
    {
        using var file = new SourceFile(string.Join(',', Enumerable.Range(1, 16_384)) + "\n1,2\n");
        Assert.Equal(SourceErrors.TooLargeCode, (await file.ReadAsync()).Error.Code);
    }

    [Fact]
    public async Task Text_behind_a_closing_quote_is_a_fault_of_that_row()
    {
        var (_, rows) = await ReadAsync("a,b\n\"ab\"c,1\n\"ok\" ,2\n");
        Assert.Equal(SkipCodes.RowShape, rows[0].Fault!.Code);
        Assert.Contains("line 2 ", rows[0].Fault!.Message, StringComparison.Ordinal);
        Assert.Null(rows[1].Fault);
    }

    [Fact]
    public async Task A_cell_may_have_ten_thousand_characters_and_not_one_more()
    {
        var (_, rows) = await ReadAsync($"a,b\n1,{new string('é', 10_000)}\n1,{new string('é', 10_001)}\n");
        Assert.Null(rows[0].Fault);
        Assert.Equal((SkipCodes.CellTooLong, "b"), (rows[1].Fault!.Code, rows[1].Fault!.Field));
    }

    [Fact]
    public async Task A_NUL_in_a_cell_costs_its_row_only()
    {
        var (_, rows) = await ReadAsync("phone_number,customer_name\n1,a\0b\n2,Bob\n");
        Assert.Equal((SkipCodes.BinaryCell, "customer_name"), (rows[0].Fault!.Code, rows[0].Fault!.Field));
        Assert.Null(rows[1].Fault);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_in_the_chosen_encoding_are_never_turned_into_something_else()
    {
        using var file = new SourceFile([.. "a,b\n1,Zo"u8, 0xEB, .. "\n2,Zoë\n"u8]);
        var (_, rows) = (await file.ReadAsync(new SourceFormat())).Value;
        Assert.Equal(SkipCodes.BinaryCell, rows[0].Fault!.Code);
        Assert.Equal("Zoë", rows[1].Fields[1]);
    }

    [Theory]
    [InlineData("shift_jis", 0x83)]
    [InlineData("gb18030", 0x81)]
    [InlineData("big5", 0xA4)]
    [InlineData("euc-kr", 0xB0)]
    public async Task Half_a_character_at_the_end_of_a_line_swallows_no_line_break(string encoding, byte half)
    {
        using var file = new SourceFile([.. "a,b\n1,x"u8, half, .. "\n2,y\n"u8]);
        var (_, rows) = (await file.ReadAsync(new SourceFormat(encoding))).Value;
        Assert.Equal(SkipCodes.BinaryCell, rows[0].Fault!.Code);
        Assert.Equal(["2", "y"], rows[1].Fields);
    }

    [Fact]
    public async Task An_unknown_encoding_is_refused()
    {
        using var file = new SourceFile("a,b\n1,2\n");
        var refusal = await file.ReadAsync(new SourceFormat("klingon"));
        Assert.Contains("klingon", refusal.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_holds_the_first_rows_and_reading_on_misses_none()
    {
        var text = "a,b\n" + string.Concat(Enumerable.Range(0, 250).Select(row => $"{row},x\n"));
        using var file = new SourceFile(text);
        var opened = await ImportSource.OpenAsync(file.Path, new SourceFormat(), CancellationToken.None);
        await using var source = opened.Value;
        Assert.Equal(ImportSource.PreviewRows, source.Preview.Rows.Count);

        var rows = await source.ReadRowsAsync(CancellationToken.None).Select(row => row.Fields[0]).ToListAsync();
        Assert.Equal(Enumerable.Range(0, 250).Select(row => $"{row}"), rows);
    }

    private static async Task<(IReadOnlyList<string> Headers, List<SourceRow> Rows)> ReadAsync(string text)
    {
        using var file = new SourceFile(text);
        return (await file.ReadAsync()).Value;
    }
}
