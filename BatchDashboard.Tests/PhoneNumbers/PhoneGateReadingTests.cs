using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Tests.PhoneNumbers;

public sealed class PhoneGateReadingTests
{
    private readonly PhoneGate _gate = new();

    [Theory]
    [InlineData("+12125550123")]
    [InlineData("(212) 555-0123")]
    [InlineData("212.555.0123")]
    [InlineData("212 555 0123")]
    [InlineData("2125550123")]
    [InlineData("12125550123")]
    [InlineData("1 (212) 555-0123")]
    [InlineData("+1 (212) 555-0123")]
    [InlineData("(+1) 212 555 0123")]
    [InlineData("+ 1 212 - 555 - 0123")]
    [InlineData("212555.0123")]
    [InlineData("tel:+1-212-555-0123")]
    [InlineData("TEL: 212-555-0123")]
    [InlineData("  +12125550123\t\r\n")]
    public void Common_spellings_become_e164_and_are_not_shown_as_changed(string cell)
    {
        Assert.Equal(Dialled("+12125550123", changed: false), _gate.Check(cell, new PhoneRules()));
    }

    [Theory]
    [InlineData("12345678909")]
    [InlineData("+12345678909")]
    public void The_example_of_the_documentation_is_a_number(string cell)
    {
        Assert.Equal(Dialled("+12345678909", changed: false), _gate.Check(cell, new PhoneRules()));
    }

    [Theory]
    [InlineData("＋１２１２５５５０１２３")]
    [InlineData("（２１２）　５５５－０１２３")]
    [InlineData("٢١٢٥٥٥٠١٢٣")]
    [InlineData("۲۱۲۵۵۵۰۱۲۳")]
    [InlineData("+1\u00A0212\u00A0555\u00A00123")]
    [InlineData("212‑555‑0123")]
    [InlineData("212–555–0123")]
    [InlineData("212\u200B555\u200D0123")]
    [InlineData("\uFEFF2125550123")]
    [InlineData("\u202A+1 212-555-0123\u202C")]
    [InlineData("\u202D+1 212-555-0123\u202C")]
    [InlineData("\u2066+12125550123\u2069")]
    [InlineData("\u200E(212) 555-0123\u200F")]
    public void Foreign_digits_and_invisible_characters_are_normalised_and_shown_as_changed(string cell)
    {
        Assert.Equal(Dialled("+12125550123", changed: true), _gate.Check(cell, new PhoneRules()));
    }

    [Theory]
    [InlineData("'+12125550123")]
    [InlineData("'2125550123")]
    [InlineData("=\"+12125550123\"")]
    [InlineData("=\" 212-555-0123 \"")]
    [InlineData("'tel:+12125550123")]
    public void Spreadsheet_wrappers_are_taken_off_and_shown_as_changed(string cell)
    {
        Assert.Equal(Dialled("+12125550123", changed: true), _gate.Check(cell, new PhoneRules()));
    }

    [Theory]
    [InlineData("020 7946 0000", "GB", "+442079460000")]
    [InlineData("+44 (0) 20 7946 0000", "US", "+442079460000")]
    [InlineData("0044 20 7946 0000", "DE", "+442079460000")]
    [InlineData("011 44 20 7946 0000", "US", "+442079460000")]
    [InlineData("030 12345678", "de", "+493012345678")]
    [InlineData("06 1234 5678", "IT", "+390612345678")]
    [InlineData("+39 06 1234 5678", "US", "+390612345678")]
    [InlineData("8 (912) 345-67-89", "RU", "+79123456789")]
    [InlineData("06 1 234 5678", "HU", "+3612345678")]
    [InlineData("131 2345 6789", "CN", "+8613123456789")]
    [InlineData("011 15-2345-6789", "AR", "+5491123456789")]
    [InlineData("416 555 0123", "US", "+14165550123")]
    public void Numbers_of_every_country_are_read_as_that_country_writes_them(string cell, string country, string e164)
    {
        Assert.Equal(Dialled(e164, changed: false), _gate.Check(cell, new PhoneRules(country)));
    }

    [Fact]
    public void An_unknown_default_country_is_a_broken_invariant()
    {
        Assert.Throws<ArgumentException>(() => _gate.Check("2125550123", new PhoneRules("XX")));
    }

    private static PhoneVerdict Dialled(string e164, bool changed) => new(new PhoneNumber(e164), changed, null);
}
