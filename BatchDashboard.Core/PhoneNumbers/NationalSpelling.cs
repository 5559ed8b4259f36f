using Library = global::PhoneNumbers;
using Source = PhoneNumbers.PhoneNumber.Types.CountryCodeSource;

namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>How a country writes its own numbers: what stands before the digits that are dialled from abroad.</summary>
internal static class NationalSpelling
{
    /// <summary>Writes no prefix; known without the cost of writing the number out.</summary>
    private const string NorthAmerica = "1";

    private static readonly Library.PhoneNumberUtil Util = Library.PhoneNumberUtil.GetInstance();

    /// <summary>
    /// Whether the text holds the digits of the number and, before them, nothing but a calling code and a trunk prefix.
    /// The library also drops carrier codes and inserts area codes; the number dialled must be the number written.
    /// </summary>
    public static bool Explains(DialText text, PlanReading reading, DialPlan home)
    {
        var number = reading.Number;
        var isNational = number.Source == Source.FROM_DEFAULT_COUNTRY;
        if (!text.Digits.EndsWith(number.NationalDigits))
            return isNational && IsWrittenAsAtHome(text, number);

        var prefix = text.Digits[..^number.NationalDigits.Length];
        if (isNational)
            return prefix.IsEmpty || prefix.SequenceEqual(home.Trunk) || IsWrittenAsAtHome(text, number);

        var callingCode = number.CallingCode!.Digits;
        if (!prefix.EndsWith(callingCode))
            prefix = WithoutTrunk(prefix, reading.Region, callingCode);

        return number.Source == Source.FROM_NUMBER_WITH_IDD
            ? prefix.EndsWith(callingCode)
            : prefix.SequenceEqual(callingCode);
    }

    /// <summary>
    /// Spreadsheets drop a leading plus as they drop a leading zero. A number that is written without a prefix at home
    /// has lost no zero, so only the calling code of its own country casts doubt on it.
    /// </summary>
    public static bool MayLackItsPlus(DialText text, PlanReading reading)
    {
        var number = reading.Number;
        if (number.Source != Source.FROM_DEFAULT_COUNTRY)
            return false;

        if (reading.Fit != PlanFit.Valid)
            return true;

        var callingCode = number.CallingCode!.Digits;
        return text.Digits.StartsWith(callingCode)
            || (callingCode != NorthAmerica && !IsWrittenAsAtHome(text, number));
    }

    private static ReadOnlySpan<char> WithoutTrunk(ReadOnlySpan<char> prefix, string? region, string callingCode)
    {
        var trunk = region is null or CallingCode.NoCountry ? "" : DialPlan.Of(region).Trunk;
        return trunk.Length > 0 && trunk != callingCode && prefix.EndsWith(trunk) ? prefix[..^trunk.Length] : prefix;
    }

    private static bool IsWrittenAsAtHome(DialText text, ParsedNumber number)
    {
        var digits = text.Digits;
        var matched = 0;
        foreach (var character in Util.Format(LibraryReading.NumberOf(number), Library.PhoneNumberFormat.NATIONAL))
        {
            if (!char.IsAsciiDigit(character))
                continue;

            if (matched == digits.Length || digits[matched++] != character)
                return false;
        }

        return matched == digits.Length;
    }
}
