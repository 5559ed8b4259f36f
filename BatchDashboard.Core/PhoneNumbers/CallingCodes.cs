using System.Collections.Frozen;
using System.Globalization;
using Library = global::PhoneNumbers;

namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>The calling codes of the world; none is the start of another.</summary>
internal static class CallingCodes
{
    /// <summary>What stands for the country of a number of no country.</summary>
    public const string NoCountry = "001";

    private const int MaxDigits = 3;

    private static readonly FrozenSet<int> All =
        Library.PhoneNumberUtil.GetInstance().GetSupportedCallingCodes().ToFrozenSet();

    /// <summary>Satellite networks, international services.</summary>
    private static readonly FrozenSet<int> OfNoCountry =
        Library.PhoneNumberUtil.GetInstance().GetSupportedGlobalNetworkCallingCodes().ToFrozenSet();

    public static bool IsOfNoCountry(int callingCode) => OfNoCountry.Contains(callingCode);

    public static bool IsStartOf(ReadOnlySpan<char> digits) => LengthAtStart(digits) > 0;

    /// <summary>How many digits the calling code has that <paramref name="digits"/> starts with; 0 for none.</summary>
    public static int LengthAtStart(ReadOnlySpan<char> digits)
    {
        if (digits is [] or ['0', ..])
            return 0;

        for (var length = 1; length <= Math.Min(MaxDigits, digits.Length); length++)
        {
            if (All.Contains(int.Parse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture)))
                return length;
        }

        return 0;
    }

    /// <summary>The countries that share the code; more than one when it alone does not name the country.</summary>
    public static IReadOnlyList<string> RegionsOf(int callingCode) =>
        Library.PhoneNumberUtil.GetInstance().GetRegionCodesForCountryCode(callingCode);

    public static int Of(string region) => Library.PhoneNumberUtil.GetInstance().GetCountryCodeForRegion(region);
}
