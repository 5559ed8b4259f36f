using System.Text;
using System.Text.Json;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Tests.Imports;

public sealed class SkippedRowsCsvTests
{
    [Fact]
    public async Task Original_columns_come_first_and_cells_that_start_formulas_are_made_harmless()
    {
        var text = await WriteAsync(
            ["phone_number", "=note"],
            (7, Problem("phone_number", ["+10987654321", "=HYPERLINK(\"x\")"])),
            (8, Problem("phone_number", ["\tx", "-5%, \"really\""])),
            (9, Problem("", ["@x", "plain"])));
        Assert.Equal(
            """"
            phone_number,'=note,row_number,error_column,error_code,error_message,rejected_value
            '+10987654321,"'=HYPERLINK(""x"")",7,phone_number,invalid,no such number,
            '	x,"'-5%, ""really""",8,phone_number,invalid,no such number,
            '@x,plain,9,,invalid,no such number,

            """".ReplaceLineEndings("\r\n"),
            text);
    }

    [Fact]
    public async Task Raw_cells_are_written_as_they_are()
    {
        var text = await WriteAsync(
            CsvStyle.Raw, ["phone_number", "=note"], (7, Problem("phone_number", ["+10987654321", "=1+1"])), (8, Problem("phone_number", ["'-1", "@x"])));
        Assert.Equal(
            "phone_number,=note,row_number,error_column,error_code,error_message,rejected_value\r\n" +
            "+10987654321,=1+1,7,phone_number,invalid,no such number,\r\n'-1,@x,8,phone_number,invalid,no such number,\r\n",
            text);
    }

    [Fact]
    public async Task Ragged_rows_fill_the_table_and_lose_nothing()
    {
        var text = await WriteAsync(["a", "b"], (2, Problem("", ["1"])), (3, Problem("", ["1", "2", "3", "4"])));
        var lines = text.Split("\r\n");
        Assert.Equal("1,,2,,invalid,no such number,", lines[1]);
        Assert.Equal("1,2,3,,invalid,no such number Beyond the last column: 3 | 4,", lines[2]);
    }

    [Fact]
    public async Task Call_objects_are_written_whole_beside_their_number()
    {
        var problem = new RowProblem(
            "invalid", "phone_number", "+1", "no such number", """{"phone_number":"+1","voice":"x"}""");
        var lines = (await WriteAsync(SkippedRowsCsv.EntryHeaders, (4, problem))).Split("\r\n");
        Assert.Equal(
            """'+1,"{""phone_number"":""+1"",""voice"":""x""}",4,phone_number,invalid,no such number,'+1""",
            lines[1]);
    }

    [Theory]
    [InlineData("+12125550123")]
    [InlineData("=1+1")]
    [InlineData("'=1+1")]
    [InlineData("''-x")]
    [InlineData("\0x")]
    [InlineData("\rx")]
    [InlineData("'twas")]
    [InlineData("plain")]
    [InlineData("")]
    public void What_an_export_protects_an_import_restores(string cell)
    {
        var exported = FormulaGuard.Protect(cell);
        Assert.Equal(cell, FormulaGuard.Unprotect(exported));
        Assert.False(exported is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\0', ..]);
    }

    [Theory]
    [InlineData(';', SourceKind.Csv, "\uFEFFphone_number;name;row_number;error_column;error_code;error_message;rejected_value\r\n")]
    [InlineData('\t', SourceKind.Csv, "\uFEFFphone_number,name,row_number,error_column,error_code,error_message,rejected_value\r\n")]
    [InlineData(';', SourceKind.Workbook, "\uFEFFphone_number,name,row_number,error_column,error_code,error_message,rejected_value\r\n")]
    public async Task People_get_what_their_spreadsheet_opens_as_a_table(char delimiter, SourceKind kind, string expected)
    {
        var style = CsvStyle.ForPeople(new SourceFormat(Delimiter: delimiter, Kind: kind));

        Assert.Equal(expected, await WriteAsync(style, ["phone_number", "name"]));
    }

    private static RowProblem Problem(string column, string[] cells) =>
        new(SkipCodes.Invalid, column, null, "no such number", JsonSerializer.Serialize(cells));

    private static Task<string> WriteAsync(IReadOnlyList<string> headers, params (int RowNumber, RowProblem Problem)[] rows) =>
        WriteAsync(new CsvStyle(), headers, rows);

    private static async Task<string> WriteAsync(
        CsvStyle style, IReadOnlyList<string> headers, params (int RowNumber, RowProblem Problem)[] rows)
    {
        using var stream = new MemoryStream();
        await SkippedRowsCsv.WriteAsync(stream, headers, rows.ToAsyncEnumerable(), style, CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
