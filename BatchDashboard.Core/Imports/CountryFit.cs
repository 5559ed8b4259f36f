using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Imports;

/// <summary>How well the numbers of a column go with a default country.</summary>
/// <param name="Percent">Of the numbers without a plus, those that can be called as numbers of the country.</param>
public sealed record CountryFit(string Country, int Percent)
{
    /// <summary>Percentage from which on nobody needs to be asked about the country.</summary>
    private const int Enough = 50;

    /// <summary>Percentage from which on another country is worth an offer.</summary>
    private const int Good = 80;

    /// <summary>Numbers that are tried with every country.</summary>
    private const int Tried = 200;

    /// <summary>The fit of the default country, and the countries that fit much better, the best first; null while it fits.</summary>
    /// <param name="values">Cells of the phone column.</param>
    public static (CountryFit Chosen, IReadOnlyList<CountryFit> Better)? Doubt(
        IEnumerable<string> values, PhoneRules rules, PhoneCheck check)
    {
        string[] local = [.. values.Where(value => !value.TrimStart().StartsWith('+')).Take(Tried)];
        if (local.Length == 0 || Of(local, rules, check) is not { Percent: < Enough } chosen)
            return null;
        CountryFit[] better = [.. Ranked(local, rules, check).TakeWhile(fit => fit.Percent >= Good)];
        return better.Length == 0 ? null : (chosen, better);
    }

    /// <summary>The countries of which most of the numbers are, all as good as each other; none when they are of no country.</summary>
    public static IReadOnlyList<string> Best(IEnumerable<string> values, PhoneRules rules, PhoneCheck check)
    {
        string[] some = [.. values.Take(Tried)];
        if (some.Length == 0)
            return [];
        CountryFit[] ranked = [.. Ranked(some, rules, check)];
        return [.. ranked.Where(fit => fit.Percent > 0 && fit.Percent == ranked[0].Percent).Select(fit => fit.Country)];
    }

    private static IOrderedEnumerable<CountryFit> Ranked(string[] values, PhoneRules rules, PhoneCheck check) => PhoneRegions.All
        .Select(country => Of(values, rules with { DefaultCountry = country }, check)).OrderByDescending(fit => fit.Percent);

    private static CountryFit Of(string[] values, PhoneRules rules, PhoneCheck check) => new(
        rules.DefaultCountry, values.Count(value => check(value, rules).Number is not null) * 100 / values.Length);
}
