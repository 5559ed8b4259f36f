using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Tests.PhoneNumbers;

public sealed class PhoneGateSyntaxTests
{
    [Theory]
    [InlineData("1.23E+10")]
    [InlineData("1,21255E+10")]
    [InlineData("1.21255E10")]
    [InlineData("4.41E+11")]
    [InlineData("1e+10")]
    [InlineData("-1.2E+10")]
    [InlineData("'1.23E+10")]
    [InlineData("１.２３E+１０")]
    public void A_number_in_scientific_notation_is_lost(string cell) =>
        Refusal.Of(cell, SkipCodes.ExcelScientific, "the spreadsheet destroyed this number; export the column as text");

    [Theory]
    [InlineData("12125550123.0")]
    [InlineData("12125550123.00")]
    [InlineData("12125550123,0")]
    [InlineData("2125550123.5")]
    [InlineData("+12125550123.0")]
    [InlineData("12125550123.000000")]
    public void A_number_with_decimals_was_a_quantity(string cell) =>
        Refusal.Of(cell, SkipCodes.ExcelFloat, "has decimals");

    [Theory]
    [InlineData("1-800-FLOWERS")]
    [InlineData("+1 412 535 abcd")]
    [InlineData("2l2555O123")]
    [InlineData("21255501O3")]
    [InlineData("call 212-555-0123")]
    [InlineData("212-555-0123 (home)")]
    [InlineData("Tel. 212-555-0123")]
    [InlineData("sip:2125550123@example.com")]
    [InlineData("tel:2125550123;phone-context=+1")]
    [InlineData("１２１２５５５０１２Ｏ")]
    [InlineData("+1212555012З")]
    public void Letters_and_words_make_it_no_number(string cell) =>
        Refusal.Of(cell, SkipCodes.NotANumber, "has letters in it");

    [Theory]
    [InlineData("-2125550123")]
    [InlineData("−2125550123")]
    [InlineData("'-12125550123")]
    public void A_leading_minus_makes_it_no_number(string cell) =>
        Refusal.Of(cell, SkipCodes.NotANumber, "starts with a minus");

    [Theory]
    [InlineData("++12125550123")]
    [InlineData("=+12125550123")]
    [InlineData("\"+12125550123\"")]
    [InlineData("''+12125550123")]
    [InlineData("212--555-0123")]
    [InlineData("212-555-0123-")]
    [InlineData("212-555-0123.")]
    [InlineData("(212 555-0123")]
    [InlineData("212) 555-0123")]
    [InlineData("((212)) 555-0123")]
    [InlineData("() 2125550123")]
    [InlineData("*67 2125550123")]
    [InlineData("2125550123#")]
    [InlineData("$2125550123")]
    [InlineData("~2125550123")]
    [InlineData("[212] 555 0123")]
    [InlineData("212%205550123")]
    [InlineData("21255\u00005012")]
    [InlineData("+")]
    [InlineData("2125550123😀")]
    [InlineData("𝟐𝟏𝟐𝟓𝟓𝟓𝟎𝟏𝟐𝟑")]
    public void Any_other_character_out_of_place_makes_it_no_number(string cell) =>
        Refusal.Of(cell, SkipCodes.NotANumber, "use digits, spaces, dashes, dots and brackets only");

    [Fact]
    public void Digits_shown_backwards_are_no_number_and_the_message_shows_why() =>
        Refusal.Of("\u202E3210555212", SkipCodes.NotANumber, "“\\u202E3210555212” hides a character");

    [Theory]
    [InlineData("2125550123;2125550199")]
    [InlineData("212-555-0123 / 212-555-0199")]
    [InlineData("2125550123/24")]
    [InlineData("030/12345678")]
    [InlineData("212-555-0123 or 212-555-0199")]
    [InlineData("212-555-0123 OR 4")]
    [InlineData("212-555-0123 & 212-555-0199")]
    [InlineData("2125550123,2125550199")]
    [InlineData("2125550123\n2125550199")]
    [InlineData("2125550123\r\n2125550199")]
    [InlineData("2125550123\u20282125550199")]
    [InlineData("2125550123\t2125550199")]
    [InlineData("2125550123|2125550199")]
    [InlineData("2125550123 2125550199")]
    [InlineData("2125550123-2125550199")]
    [InlineData("5550123 5550199")]
    [InlineData("212 555 0123 212 555 0199")]
    [InlineData("212-555-0123 555-0199")]
    [InlineData("+12125550123+12125550199")]
    [InlineData("home 212-555-0123 work 212-555-0199")]
    public void Two_numbers_in_a_cell_are_one_too_many(string cell) =>
        Refusal.Of(cell, SkipCodes.SeveralNumbers, "holds more than one number");

    [Theory]
    [InlineData("212-555-0123 x45")]
    [InlineData("2125550123X45")]
    [InlineData("212-555-0123 ext. 45")]
    [InlineData("212-555-0123 Ext 45")]
    [InlineData("2125550123 extension: 4512")]
    [InlineData("2125550123,,45#")]
    [InlineData("2125550123 #45")]
    [InlineData("2125550123p45")]
    [InlineData("tel:+1-212-555-0123;ext=45")]
    public void An_extension_cannot_be_dialled(string cell) =>
        Refusal.Of(cell, SkipCodes.Extension, "has an extension");

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u00A0\u200B")]
    public void An_empty_cell_is_blank(string cell) => Refusal.Of(cell, SkipCodes.Blank, "fill in a phone number");

    [Theory]
    [InlineData("N/A")]
    [InlineData("#N/A")]
    [InlineData("null")]
    [InlineData("NULL")]
    [InlineData("None")]
    [InlineData("-")]
    [InlineData("—")]
    [InlineData("- -")]
    [InlineData("?")]
    [InlineData("0")]
    [InlineData("'0")]
    [InlineData("=\"\"")]
    public void A_placeholder_is_blank(string cell) => Refusal.Of(cell, SkipCodes.Blank, "holds no phone number but “");

    [Fact]
    public void The_message_quotes_a_stranger_short_and_with_nothing_hidden()
    {
        var cell = "\u202Ea\0\u200B\r\u0301" + new string('z', 10_000);

        var message = new PhoneGate().Check(cell, new PhoneRules()).Problem?.Message;

        Assert.StartsWith("“\\u202Ea\\u0000\\u200B\\r\\u0301zzz", message, StringComparison.Ordinal);
        Assert.InRange(message!.IndexOf("…” ", StringComparison.Ordinal), 50, 61);
    }
}
