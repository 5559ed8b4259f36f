namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>What a batch allows of the numbers it dials.</summary>
/// <param name="DefaultCountry">ISO 3166 alpha-2 country of numbers written without a country code.</param>
/// <param name="AllowedCountries">Null: every country.</param>
public sealed record PhoneRules(
    string DefaultCountry = "US",
    NumberCheck Check = NumberCheck.Strict,
    bool AllowTollFree = false,
    IReadOnlyList<string>? AllowedCountries = null)
{
    /// <summary>For looking numbers up, which dials nobody.</summary>
    public static PhoneRules Any { get; } = new(Check: NumberCheck.Possible, AllowTollFree: true);
}
