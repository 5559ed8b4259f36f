using System.Text;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.PhoneNumbers.Cells;
using BatchDashboard.Tests.Imports.OddFiles;
using BatchDashboard.Tests.PhoneNumbers;

namespace BatchDashboard.Tests.Imports.BadInput;

/// <summary>Every cell of <see cref="BadPhoneCells"/>, in files of each kind, through the whole import.</summary>
public sealed class PhoneCellFileTests
{
    private const string Good = "+12125550123";

    private const string Binary = "The value contains a NUL character, so it is not text.";

    /// <summary>A NUL is found in the file itself, before the gate sees the cell.</summary>
    internal static readonly (string Code, string Sentence, string Cell)[] Bad =
    [
        .. BadPhoneCells.All.Select(bad =>
            bad.Cell.Contains('\0', StringComparison.Ordinal) ? (SkipCodes.BinaryCell, Binary, bad.Cell) : bad),
    ];

    /// <summary>In other encodings than UTF-8, U+FFFD stands where bytes could not be decoded, and costs its row.</summary>
    private static readonly (string Code, string Sentence, string Cell)[] Decoded =
        [.. Bad.Where(bad => !bad.Cell.Contains('\uFFFD', StringComparison.Ordinal))];

    private static readonly Dictionary<string, Func<byte[]>> Files = new()
    {
        ["UTF-8 with commas"] = () => Encoding.UTF8.GetBytes(Table(Bad, ",", "\n")),
        ["UTF-8 with its mark, semicolons and line ends of Windows"] =
            () => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Table(Bad, ";", "\r\n"))],
        ["UTF-8 with vertical bars and line ends of the first Macs"] = () => Encoding.UTF8.GetBytes(Table(Bad, "|", "\r")),
        ["UTF-16 with tabs"] =
            () => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Table(Decoded, "\t", "\r\n"))],
        ["big-endian UTF-16 without a mark"] = () => Encoding.BigEndianUnicode.GetBytes(Table(Decoded, ",", "\n")),
        ["a workbook"] = () => Workbook(Bad).Bytes(),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_bad_cell_of_a_file_is_skipped_with_its_row_its_column_its_text_and_its_reason(string name)
    {
        var upload = (await Upload.OfAsync(Files[name]())).Value;

        var expected = upload.Detection.Format.Encoding == "utf-8" ? Bad : Decoded;
        Assert.Equal((expected.Length + 1, Good), (upload.Rows.Count, Assert.Single(upload.Called)));
        Assert.All(expected.Index(), bad => AssertSkipped(upload[bad.Index + 2], bad.Item.Code, bad.Item.Sentence, bad.Item.Cell));
    }

    [Fact]
    public async Task An_empty_cell_is_blank_in_a_file_as_well()
    {
        var upload = (await Upload.OfAsync(Encoding.UTF8.GetBytes($"phone_number,name\n,Ann\n\"\",Bob\n{Good},Eve\n"))).Value;

        Assert.Equal(["2 blank phone_number", "3 blank phone_number"], upload.Skipped);
        Assert.Equal("The cell is empty; fill in a phone number.", upload[2].Skipped!.Message);
    }

    [Theory]
    [InlineData("1.21255501E-5", "skipped invalid")]
    [InlineData("12125550123.5", "skipped excel_float")]
    [InlineData("-12125550123", "skipped not_a_number")]
    [InlineData("1.23E+10", "skipped invalid")]
    [InlineData("12125550123", "called")]
    [InlineData("1.2125550123E10", "called")]
    [InlineData("12125550123.0", "called")]
    [InlineData("911", "skipped emergency")]
    [InlineData("0", "skipped blank")]
    public async Task A_number_that_a_workbook_holds_as_a_quantity_is_whole_or_skipped(string value, string expected)
    {
        var workbook = TinyWorkbook.Of(TinyWorkbook.Row(1, "phone_number"), $"<row r=\"2\">{TinyWorkbook.Number("A2", value)}</row>");

        var row = Assert.Single((await Upload.OfAsync(workbook.Bytes())).Value.Rows);

        Assert.Equal(expected, row.Skipped is { } problem ? $"skipped {problem.Code}" : "called");
    }

    [Fact]
    public async Task With_possible_numbers_allowed_no_bad_cell_but_an_invalid_one_is_called()
    {
        var upload = (await Upload.OfAsync(
            Encoding.UTF8.GetBytes(Table(Bad, ",", "\n")),
            new ImportRules(new PhoneRules(Check: NumberCheck.Possible), CallDuplicates: true))).Value;

        Assert.All(
            Bad.Index().Where(bad => bad.Item.Code != SkipCodes.Invalid),
            bad => Assert.Equal(bad.Item.Code, upload[bad.Index + 2].Skipped?.Code));
        Assert.Contains("+10987654321", upload.Called);
    }

    private static void AssertSkipped(ReadRow row, string code, string sentence, string cell)
    {
        Assert.Equal((code, "phone_number", cell), (row.Skipped?.Code, row.Skipped?.Column, row.Skipped?.Value));
        Assert.Equal(sentence.Replace("{cell}", CellQuote.Of(cell), StringComparison.Ordinal), row.Skipped!.Message);
        Assert.Equal([cell, $"of row {row.RowNumber}"], JsonText.ReadArray(row.Data));
    }

    private static string Table((string Code, string Sentence, string Cell)[] bad, string delimiter, string lineEnd) => string.Concat(
    [
        $"phone_number{delimiter}name{lineEnd}",
        .. bad.Select((each, index) => $"{CsvCell.Quoted(each.Cell)}{delimiter}of row {index + 2}{lineEnd}"),
        $"{Good}{delimiter}Ann{lineEnd}",
    ]);

    private static TinyWorkbook Workbook((string Code, string Sentence, string Cell)[] bad) => TinyWorkbook.Of(
    [
        TinyWorkbook.Row(1, "phone_number", "name"),
        .. bad.Select((each, index) => TinyWorkbook.Row(
            index + 2, Escaped(each.Cell), $"of row {index + 2}")),
        TinyWorkbook.Row(bad.Length + 2, Good, "Ann"),
    ]);

    /// <summary>XML has no NUL and makes a line feed of every line end: workbooks spell both in their own way.</summary>
    private static string Escaped(string cell) => cell
        .Replace("\r", "_x000D_", StringComparison.Ordinal).Replace("\0", "_x0000_", StringComparison.Ordinal);
}
