using System.Text;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Tests.Imports.OddFiles;

namespace BatchDashboard.Tests.Imports.BadInput;

/// <summary>Numbers that could be called, and what the rules of a batch, its list and its own rows make of them.</summary>
public sealed class PhoneRuleFileTests
{
    /// <summary>Allows the United States, calls from <c>+12125550111</c>, and must not call <c>+12125550177</c>.</summary>
    private static readonly ImportRules Rules = new(
        new PhoneRules(AllowedCountries: ["us"]), OwnNumber: "(212) 555-0111");

    private static readonly string[] Blocked = ["+12125550177", "+442079460000"];

    private const string OwnNumber = "This is the number that the batch calls from.";
    private const string DoNotCall = "This number is on the do-not-call list.";
    private const string NotAllowed = "which is not among the allowed countries; allow it or leave the row out.";

    /// <summary>In the order of the file; the first stands in row 2.</summary>
    internal static readonly (string Cell, string Code, string Words)[] Refused =
    [
        ("(212) 555-0123", SkipCodes.Duplicate, "same number as row 1"),
        ("212.555.0123", SkipCodes.Duplicate, "same number as row 1"),
        ("12125550123", SkipCodes.Duplicate, "same number as row 1"),
        ("tel:+1-212-555-0123", SkipCodes.Duplicate, "same number as row 1"),
        ("１２１２５５５０１２３", SkipCodes.Duplicate, "same number as row 1"),
        ("٢١٢٥٥٥٠١٢٣", SkipCodes.Duplicate, "same number as row 1"),
        ("۲۱۲۵۵۵۰۱۲۳", SkipCodes.Duplicate, "same number as row 1"),
        ("+1\u00A0212\u00A0555\u00A00123", SkipCodes.Duplicate, "same number as row 1"),
        ("212\u200B555\u200D0123", SkipCodes.Duplicate, "same number as row 1"),
        ("\u202A+1 212-555-0123\u202C", SkipCodes.Duplicate, "same number as row 1"),
        ("'+12125550123", SkipCodes.Duplicate, "same number as row 1"),
        ("=\"+12125550123\"", SkipCodes.Duplicate, "same number as row 1"),
        ("+44 121 496 0000", SkipCodes.CountryNotAllowed, $"“+44 121 496 0000” is a number of GB, {NotAllowed}"),
        ("011 49 30 12345678", SkipCodes.CountryNotAllowed, $"is a number of DE, {NotAllowed}"),
        ("416 555 0123", SkipCodes.CountryNotAllowed, $"is a number of CA, {NotAllowed}"),
        ("\u200E+33 1 70 18 00 00", SkipCodes.CountryNotAllowed, $"is a number of FR, {NotAllowed}"),
        ("+44 20 7946 0000", SkipCodes.CountryNotAllowed, $"is a number of GB, {NotAllowed}"),
        ("+12125550111", SkipCodes.OwnNumber, OwnNumber),
        ("212-555-0111", SkipCodes.OwnNumber, OwnNumber),
        ("'2125550111", SkipCodes.OwnNumber, OwnNumber),
        ("２１２５５５０１１１", SkipCodes.OwnNumber, OwnNumber),
        ("+12125550177", SkipCodes.DoNotCall, DoNotCall),
        ("(212) 555 0177", SkipCodes.DoNotCall, DoNotCall),
        ("=\"2125550177\"", SkipCodes.DoNotCall, DoNotCall),
        ("tel:2125550177", SkipCodes.DoNotCall, DoNotCall),
    ];

    [Theory]
    [InlineData("text")]
    [InlineData("workbook")]
    public async Task The_rules_of_a_batch_skip_rows_under_their_code_and_in_words_that_help(string kind)
    {
        string[] cells = ["+12125550123", .. Refused.Select(refused => refused.Cell), "2125550124"];

        var upload = (await Upload.OfAsync(
            kind == "text" ? Text(cells) : Workbook(cells), Rules, Blocked, format => format with { HeaderRow = 0 })).Value;

        Assert.Equal(["+12125550123", "+12125550124"], upload.Called);
        Assert.All(Refused.Index(), refused =>
        {
            var row = upload[refused.Index + 2];
            Assert.Equal((refused.Item.Code, "column_1", refused.Item.Cell), (row.Skipped?.Code, row.Skipped?.Column, row.Skipped?.Value));
            Assert.EndsWith(refused.Item.Words, row.Skipped!.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Every_spelling_of_a_number_is_called_as_the_same_when_duplicates_are_to_be_called()
    {
        string[] cells = ["+12125550123", .. Refused.Where(refused => refused.Code == SkipCodes.Duplicate).Select(refused => refused.Cell)];

        var upload = (await Upload.OfAsync(Text(["phone", .. cells]), Rules with { CallDuplicates = true })).Value;

        Assert.Equal(cells.Select(_ => "+12125550123"), upload.Called);
    }

    [Fact]
    public async Task What_the_operator_allows_is_called()
    {
        var file = Text(["phone", "+10987654321", "+18002345678", "+44 20 7946 0000", "(888) 234-5678", "+800 1234 5678"]);

        Assert.Empty((await Upload.OfAsync(file)).Value.Called.Except(["+442079460000"]));
        Assert.Equal(
            ["+10987654321", "+18002345678", "+442079460000", "+18882345678", "+80012345678"],
            (await Upload.OfAsync(file, new ImportRules(new PhoneRules(Check: NumberCheck.Possible, AllowTollFree: true)))).Value.Called);
    }

    [Fact]
    public async Task Numbers_without_a_country_code_are_those_of_the_default_country()
    {
        var upload = (await Upload.OfAsync(
            Text(["phone", "020 7946 0000", "999", "2125550123", "0044 20 7946 0001"]), new ImportRules(new PhoneRules("GB")))).Value;

        Assert.Equal(["+442079460000", "+442079460001"], upload.Called);
        Assert.Equal(["3 emergency phone", "4 invalid phone"], upload.Skipped);
    }

    [Fact]
    public async Task A_row_that_calls_from_a_number_of_its_own_is_held_against_that()
    {
        var upload = (await Upload.OfAsync(
            Text(["phone_number,from", "2125550111,2125550199", "2125550123,(212) 555-0123", "2125550199,", "2125550111,"]),
            Rules,
            map: Upload.Accept)).Value;

        Assert.Equal(["3 own_number phone_number", "5 own_number phone_number"], upload.Skipped);
        Assert.Equal(OwnNumber, upload[3].Skipped!.Message);
    }

    [Fact]
    public async Task A_number_is_nobodys_duplicate_when_the_row_before_it_is_skipped()
    {
        var upload = (await Upload.OfAsync(Text(["phone,name", "+12125550123,A\0", "+12125550123,Bob", "+1 212 555 0123,Cid"]))).Value;

        Assert.Equal(["2 binary_cell name", "4 duplicate phone"], upload.Skipped);
        Assert.Equal("same number as row 3", upload[4].Skipped!.Message);
    }

    private static byte[] Text(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines));

    private static byte[] Workbook(IEnumerable<string> cells) =>
        TinyWorkbook.Of([.. cells.Select((cell, index) => TinyWorkbook.Row(index + 1, cell))]).Bytes();
}
