using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Tests.PhoneNumbers;

public sealed class PhoneGatePlanTests
{
    private static readonly PhoneRules Possible = new(Check: NumberCheck.Possible);

    [Theory]
    [InlineData("+10987654321", "+10987654321")]
    [InlineData("10987654321", "+10987654321")]
    [InlineData("+12125550123", "+12125550123")]
    public void A_number_of_possible_length_is_called_when_the_check_allows_it(string cell, string e164) =>
        Assert.Equal(new PhoneNumber(e164), new PhoneGate().Check(cell, Possible).Number);

    [Theory]
    [InlineData("+1098765432")]
    [InlineData("5550123")]
    [InlineData("+15550123")]
    [InlineData("+109876543210")]
    public void A_number_of_impossible_length_is_invalid_under_either_check(string cell) =>
        Refusal.Of(cell, SkipCodes.Invalid, cell, Possible);

    [Theory]
    [InlineData("15123456789", "DE", "+4915123456789")]
    [InlineData("4915112345678", "DE", "+494915112345678")]
    [InlineData("62812345678", "ID", "+6262812345678")]
    public void A_number_that_may_have_lost_its_plus_is_not_guessed(string cell, string country, string other) =>
        Refusal.Of(cell, SkipCodes.Invalid, $"can be read as {other} or as an international", new PhoneRules(country));

    [Fact]
    public void A_possible_number_that_is_valid_with_a_plus_is_not_guessed() =>
        Refusal.Of("4532123456", SkipCodes.Invalid, "can be read as +14532123456 or as an international", Possible);

    [Theory]
    [InlineData("4641234", "AG", "+12684641234")]
    [InlineData("01511912345678", "BR", "+5511912345678")]
    public void Digits_the_cell_does_not_hold_are_not_guessed(string cell, string country, string other) =>
        Refusal.Of(cell, SkipCodes.Invalid, $"as {other}", new PhoneRules(country));

    [Theory]
    [InlineData("116117", "DE")]
    [InlineData("+49 115", "DE")]
    [InlineData("3018", "FR")]
    public void Short_numbers_of_the_default_country_are_never_called(string cell, string country) =>
        Refusal.Of(cell, SkipCodes.Emergency, "emergency or service number", new PhoneRules(country));

    [Theory]
    [InlineData("911 555 0123")]
    [InlineData("+1 911 666 6666")]
    public void A_possible_number_that_rings_the_emergency_service_on_its_way_is_never_called(string cell) =>
        Refusal.Of(cell, SkipCodes.Emergency, "emergency", Possible);

    [Theory]
    [InlineData("+18002345678")]
    [InlineData("(888) 234-5678")]
    [InlineData("+44 800 123 4567")]
    [InlineData("+800 1234 5678")]
    public void Toll_free_numbers_are_called_when_allowed(string cell) =>
        Assert.Null(new PhoneGate().Check(cell, new PhoneRules(AllowTollFree: true)).Problem);

    [Theory]
    [InlineData("+442079460000", "GB")]
    [InlineData("+14165550123", "CA")]
    [InlineData("416-555-0123", "CA")]
    public void Countries_outside_the_allowed_list_are_not_called(string cell, string country)
    {
        var words = $"is a number of {country}, which is not among the allowed countries";

        Refusal.Of(cell, SkipCodes.CountryNotAllowed, words, new PhoneRules(AllowedCountries: ["US", "DE"]));
        Refusal.Of(cell, SkipCodes.CountryNotAllowed, words, new PhoneRules(AllowedCountries: []));
        Assert.Null(new PhoneGate().Check(cell, new PhoneRules(AllowedCountries: ["us", country])).Problem);
    }

    [Fact]
    public void A_number_of_no_known_country_is_not_called_unless_all_that_may_be_are_allowed()
    {
        var rules = Possible with { AllowedCountries = ["US"] };

        Refusal.Of("+10987654321", SkipCodes.CountryNotAllowed, "country code +1", rules);
    }
}
