using System.Text;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Tests.Imports.BadInput;

/// <summary>Values are data, from the file to the prompt, and back from an export.</summary>
public sealed class OtherCellTests
{
    /// <summary>Values that something on the way might take for more than text.</summary>
    internal static readonly string[] Inert =
    [
        "{{last}}", "{{ last | default: \"x\" }}", "{{phone_number}}", "{{{{last}}}}", "}}{{", "${last}", "{0}", "%s", "<b>x</b>",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;b&gt;", "&#x41;", "javascript:alert(1)", "'; DROP TABLE calls;--",
        "\\u0041", "\\n", "C:\\temp", "\"quoted\"", "[1,2]", "{\"a\":1}", "null", "TRUE", "1.50", "007", "1e5", "2026-07-10", "#N/A",
        "a\r\nb", "a\tb", " a ", "\u202Eabc", "a\u0301", "\u0001", "\uFEFFa", "👩‍👩‍👧", "\u2028",
    ];

    /// <summary>What spreadsheets run as a formula, and what looks as if an export had already seen to it.</summary>
    internal static readonly string[] Formulas =
    [
        "=1+1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://example.com\",\"x\")", "+1+1", "+12125550199", "-1+1", "-5 %", "@SUM(A1)", "\t=1", "\r=1",
        "'=1+1", "''=1+1", "'+12125550199", "'@x", "'\tx", "'twas", "''", "'", "=", "+", "-", "@",
    ];

    [Fact]
    public async Task A_value_reaches_the_prompt_as_it_stands_and_is_not_expanded_again()
    {
        var upload = (await Upload.OfAsync(FileOf(Inert))).Value;

        var settings = new RecipientSettings([], upload.Mapping.Layout);
        var prompt = PromptTemplate.Parse("<{{first}}|{{last}}>");
        Assert.Equal(Inert.Length, upload.Report.Ready);
        Assert.All(Inert.Zip(upload.Rows), row =>
        {
            var (value, read) = row;
            Assert.Equal(value, JsonText.ReadArray(read.Data)[1]);
            var resolved = settings.Resolve(new PhoneNumber(read.Number!), read.Data).Value;
            Assert.Equal(string.IsNullOrWhiteSpace(value) ? "<|Doe>" : $"<{value}|Doe>", prompt.Render(resolved.Variables).Text);
        });
    }

    [Theory]
    [InlineData(10_000, "")]
    [InlineData(10_001, "2 cell_too_long first")]
    public async Task A_value_has_ten_thousand_characters_at_most(int length, string skipped)
    {
        var upload = (await Upload.OfAsync(FileOf([new string('é', length)]))).Value;

        Assert.Equal(skipped, string.Join(',', upload.Skipped));
        if (upload.Rows[0].Skipped is { } problem)
            Assert.Equal(("The value is longer than 10,000 characters.", new string('é', 200)), (problem.Message, problem.Value));
    }

    [Fact]
    public async Task A_value_with_a_NUL_costs_its_row_and_no_other()
    {
        var upload = (await Upload.OfAsync(FileOf(["\0", "=\0", "a\0b", "ab"]))).Value;

        Assert.Equal(["2 binary_cell first", "3 binary_cell first", "4 binary_cell first"], upload.Skipped);
        Assert.Equal("The value contains a NUL character, so it is not text.", upload[2].Skipped!.Message);
    }

    [Fact]
    public async Task A_start_time_in_the_past_is_a_moment_and_one_that_does_not_exist_is_none()
    {
        var upload = (await Upload.OfAsync(Encoding.UTF8.GetBytes(
            """
            phone_number,start_time
            2125550101,1999-01-01 00:00:00
            2125550102,2026-03-29 02:30:00
            2125550103,2026-03-29 02:30:00+01:00
            2125550104,2026-10-25 02:30:00+02:00
            2125550105,2026-10-25 02:30:00+01:00
            2125550106,2026-02-29 02:30:00
            """),
            map: Upload.Accept)).Value;

        Assert.Equal(["7 bad_setting start_time"], upload.Skipped);
        Assert.Equal(
            ["1999-01-01T00:00", "2026-03-29T02:30", "2026-03-29T01:30", "2026-10-25T00:30", "2026-10-25T01:30"],
            upload.Rows.Where(row => row.Skipped is null).Select(row => $"{row.NotBefore:yyyy-MM-dd'T'HH:mm}"));
    }

    [Fact]
    public async Task What_was_skipped_can_be_exported_corrected_and_read_again_without_a_change_to_any_value()
    {
        string[] values = [.. Formulas, .. Inert];
        var first = (await Upload.OfAsync(FileOf([.. values.Select(FormulaGuard.Protect)], number: "12"))).Value;
        Assert.Equal((0, values.Length), (first.Report.Ready, first.Report.SkippedByCode[SkipCodes.Invalid]));

        var export = await ExportAsync(first);
        var cells = await CellsOf(export);
        Assert.DoesNotContain(cells.Skip(1), row => row.Any(cell => cell is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\0', ..]));
        var corrected = Encoding.UTF8.GetString(export)
            .Replace("\r\n12,", "\r\n2125550123,", StringComparison.Ordinal);
        var again = (await Upload.OfAsync(Encoding.UTF8.GetBytes(corrected), Upload.UsualRules with { CallDuplicates = true })).Value;

        Assert.Equal(values.Length, again.Report.Ready);
        // The file had each value protected, as an export would; the skipped row kept that, and its export protected it anew.
        Assert.Equal(values.Select(FormulaGuard.Protect), again.Rows.Select(row => JsonText.ReadArray(row.Data)[1]));
    }

    [Fact]
    public async Task Of_an_exported_value_exactly_one_apostrophe_is_taken_off()
    {
        var upload = (await Upload.OfAsync(FileOf([.. Formulas.Select(FormulaGuard.Protect)]))).Value;

        Assert.Equal(Formulas, upload.Rows.Select(row => JsonText.ReadArray(row.Data)[1]));
    }

    internal static byte[] FileOf(IReadOnlyList<string> values, string? number = null) => Encoding.UTF8.GetBytes(
        "phone_number,first,last\r\n" + string.Concat(
            values.Select((value, index) => $"{number ?? Support.CoreHost.Number(index)},{CsvCell.Quoted(value)},Doe\r\n")));

    private static async Task<byte[]> ExportAsync(Upload upload)
    {
        using var stream = new MemoryStream();
        await SkippedRowsCsv.WriteAsync(
            stream,
            upload.Mapping.Headers,
            upload.Rows.Select(row => (row.RowNumber, new RowProblem(
                row.Skipped!.Code, row.Skipped.Column, row.Skipped.Value, row.Skipped.Message, row.Data))).ToAsyncEnumerable(),
            new CsvStyle(),
            CancellationToken.None);
        return stream.ToArray();
    }

    private static async Task<List<string[]>> CellsOf(byte[] csv)
    {
        using var file = new SourceFile(csv);
        return [.. (await file.ReadAsync()).Value.Rows.Select(row => row.Fields)];
    }
}
