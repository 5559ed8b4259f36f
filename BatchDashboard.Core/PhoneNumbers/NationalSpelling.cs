using System.Globalization;
using Library = global::PhoneNumbers;
using Source = PhoneNumbers.PhoneNumber.Types.CountryCodeSource;

namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>How a country writes its own numbers: what stands before the digits that are dialled from abroad.</summary>
internal static class NationalSpelling
{
    /// <summary>Writes no prefix; known without the cost of writing the number out.</summary>
    private const int NorthAmerica = 1;

    private static readonly Library.PhoneNumberUtil Util = Library.PhoneNumberUtil.GetInstance();

    /// <summary>The prefix inside the country, <c>0</c> in most; empty where there is none.</summary>
    public static string Trunk(string region) => Util.GetNddPrefixForRegion(region, true) ?? "";

    /// <summary>
    /// Whether the text holds the digits of the number and, before them, nothing but a calling code and a trunk prefix.
    /// The library also drops carrier codes and inserts area codes; the number dialled must be the number written.
    /// </summary>
    public static bool Explains(DialText text, Library.PhoneNumber number, string region, PlanReading reading)
    {
        var isNational = number.CountryCodeSource == Source.FROM_DEFAULT_COUNTRY;
        if (!text.Digits.EndsWith(reading.NationalDigits))
            return isNational && IsWrittenAsAtHome(text, number);

        var prefix = text.Digits[..^reading.NationalDigits.Length];
        if (isNational)
            return prefix.IsEmpty || prefix.SequenceEqual(Trunk(region)) || IsWrittenAsAtHome(text, number);

        var callingCode = reading.CallingCode.ToString(CultureInfo.InvariantCulture);
        if (!prefix.EndsWith(callingCode))
            prefix = WithoutTrunk(prefix, reading, callingCode);

        return number.CountryCodeSource == Source.FROM_NUMBER_WITH_IDD
            ? prefix.EndsWith(callingCode)
            : prefix.SequenceEqual(callingCode);
    }

    /// <summary>
    /// Spreadsheets drop a leading plus as they drop a leading zero. A number that is written without a prefix at home
    /// has lost no zero, so only the calling code of its own country casts doubt on it.
    /// </summary>
    public static bool MayLackItsPlus(DialText text, Library.PhoneNumber number, PlanFit fit)
    {
        if (number.CountryCodeSource != Source.FROM_DEFAULT_COUNTRY)
            return false;

        if (fit != PlanFit.Valid)
            return true;

        var callingCode = number.CountryCode.ToString(CultureInfo.InvariantCulture);
        return text.Digits.StartsWith(callingCode)
            || (number.CountryCode != NorthAmerica && !IsWrittenAsAtHome(text, number));
    }

    private static ReadOnlySpan<char> WithoutTrunk(
        ReadOnlySpan<char> prefix, PlanReading reading, string callingCode)
    {
        var trunk = NumberingPlan.RegionOf(reading) is { } region ? Trunk(region) : "";
        return trunk.Length > 0 && trunk != callingCode && prefix.EndsWith(trunk) ? prefix[..^trunk.Length] : prefix;
    }

    private static bool IsWrittenAsAtHome(DialText text, Library.PhoneNumber number)
    {
        var digits = text.Digits;
        var matched = 0;
        foreach (var character in Util.Format(number, Library.PhoneNumberFormat.NATIONAL))
        {
            if (!char.IsAsciiDigit(character))
                continue;

            if (matched == digits.Length || digits[matched++] != character)
                return false;
        }

        return matched == digits.Length;
    }
}
