using System.Globalization;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Web.Shared;

/// <summary>The countries with a numbering plan, by their English names.</summary>
internal static class Countries
{
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
        [.. PhoneRegions.All.Select(code => (code, NameOf(code))).OrderBy(country => country.Item2, StringComparer.InvariantCulture)];

    public static string NameOf(string code)
    {
        try
        {
            var region = new RegionInfo(code);
            return region.EnglishName == code ? Named(code) : $"{region.EnglishName} ({code})";
        }
        catch (ArgumentException)
        {
            return Named(code);
        }
    }

    // A few regions have telephones but no entry in the system's tables.
    private static string Named(string code) => code switch
    {
        "AC" => "Ascension Island (AC)",
        "EH" => "Western Sahara (EH)",
        "TA" => "Tristan da Cunha (TA)",
        _ => code,
    };
}
