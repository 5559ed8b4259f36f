using System.Text;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Tests.Imports;

public sealed class SourceFormatDetectorTests
{
    private const string Table = "phone_number,name\r\n+12125550123,Zoë\r\n";

    static SourceFormatDetectorTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1252", false)]
    public async Task A_table_reads_the_same_in_every_encoding(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        using var file = new SourceFile([.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Table)]);

        var format = (await file.DetectAsync()).Value.Format;
        var (headers, rows) = (await file.ReadAsync()).Value;

        Assert.Equal(name, format.Encoding);
        Assert.Equal(["phone_number", "name"], headers);
        Assert.Equal(["+12125550123", "Zoë"], Assert.Single(rows).Fields);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("windows-1252")]
    public async Task The_first_accent_decides_even_far_behind_the_head_of_the_file(string name)
    {
        var text = new StringBuilder("phone_number,name\n");
        for (var row = 0; row < 20_000; row++)
            text.Append("+12125550123,Emily\n");
        using var file = new SourceFile(Encoding.GetEncoding(name).GetBytes(text.Append("1,Zoë\n").ToString()));

        Assert.Equal(name, (await file.DetectAsync()).Value.Format.Encoding);
        Assert.Equal("Zoë", (await file.ReadAsync()).Value.Rows[^1].Fields[1]);
    }

    [Fact]
    public async Task Lines_in_two_encodings_are_a_guess_that_says_so_and_names_the_rows()
    {
        using var file = new SourceFile(
            [.. "phone,name\n1,Zoë\n"u8, .. Encoding.Latin1.GetBytes("2,Müller\n3,François\n4,Été\n"), .. "5,Ñandú\n6,Ann\n"u8]);

        var detected = (await file.DetectAsync()).Value;
        await using var source = (await ImportSource.OpenAsync(file.Path, detected.Format, default)).Value;

        Assert.True(detected.EncodingIsGuess);
        Assert.StartsWith("some lines are valid UTF-8 and others are not", detected.Reasons.Encoding, StringComparison.Ordinal);
        Assert.Contains(
            "Some lines are valid UTF-8 and others are not, and all are read as Western European (Windows-1252): "
                + "rows 2, 6 look wrong. In row 2, “ZoÃ«” may be “Zoë”.",
            SourceWarnings.Of(source.Preview));
    }

    [Fact]
    public async Task An_accent_that_is_cut_by_the_end_of_the_head_is_no_other_encoding()
    {
        for (var shift = 0; shift < 2; shift++)
        {
            var head = "phone_number,name\n" + new string('x', shift) + "é";
            using var file = new SourceFile(head + string.Concat(Enumerable.Repeat("é", 50_000)) + ",1\n");
            Assert.Equal("utf-8", (await file.DetectAsync()).Value.Format.Encoding);
        }
    }

    [Theory]
    [InlineData("phone_number,name,city\n1,Bob;Ann,X\n2,\"a;b;c\",Y\n", ',')]
    [InlineData("phone_number;name;price\n1;Bob;1,5\n2;Ann;2,5\n", ';')]
    [InlineData("phone_number\tname\n1\tSmith, John\n2\tDoe, Jane\n", '\t')]
    [InlineData("phone_number|name\n1|Smith, John\n", '|')]
    [InlineData("phone_number\n+12125550123\n", ',')]
    [InlineData("sep=;\nphone_number;a,b\n1;2,3\n", ';')]
    [InlineData("a,b,c\n1,2,3\n1,2\n1,2,3\n", ',')]
    public async Task The_delimiter_is_the_one_that_cuts_all_rows_alike(string text, char delimiter)
    {
        using var file = new SourceFile(text);
        Assert.Equal(delimiter, (await file.DetectAsync()).Value.Format.Delimiter);
    }

    [Theory]
    [InlineData("phone_number,name\n1,Bob\n", 1)]
    [InlineData("\n\r\n  \nphone_number,name\n1,Bob\n", 4)]
    [InlineData("sep=,\nphone_number,name\n1,Bob\n", 1)]
    public async Task The_header_is_the_first_row_with_text(string text, int headerRow)
    {
        using var file = new SourceFile(text);
        Assert.Equal(headerRow, (await file.DetectAsync()).Value.Format.HeaderRow);
        Assert.Equal(["phone_number", "name"], (await file.ReadAsync()).Value.Headers);
    }

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 1, 2, 3 }, "Excel")]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D }, "PDF")]
    [InlineData(new byte[] { 1, 2, 3, 0, 0, 0, 5, 6, 7 }, "binary")]
    public async Task Binary_content_is_refused(byte[] bytes, string word)
    {
        using var file = new SourceFile(bytes);
        var refusal = await file.ReadAsync();
        Assert.Equal(SourceErrors.NotATableCode, refusal.Error.Code);
        Assert.Contains(word, refusal.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Random_bytes_are_refused()
    {
        var bytes = new byte[20_000];
        new Random(7).NextBytes(bytes);
        using var file = new SourceFile(bytes);
        Assert.Equal(SourceErrors.NotATableCode, (await file.ReadAsync()).Error.Code);
    }

    [Theory]
    [InlineData("[{\"phone_number\":\"+12125550123\"}]")]
    [InlineData("<!DOCTYPE html><html><body>phone_number,name</body></html>")]
    public async Task Text_of_other_kinds_is_refused(string text)
    {
        using var file = new SourceFile(text);
        Assert.Equal(SourceErrors.NotATableCode, (await file.ReadAsync()).Error.Code);
    }
}
