using BatchDashboard.Core.PhoneNumbers.Cells;
using Source = PhoneNumbers.PhoneNumber.Types.CountryCodeSource;

namespace BatchDashboard.Core.PhoneNumbers.Plans;

/// <summary>How a country writes its own numbers: what stands before the digits that are dialled from abroad.</summary>
internal static class NationalSpelling
{
    /// <summary>
    /// Whether the text holds the digits of the number and, before them, nothing but a calling code and a trunk prefix.
    /// The library also drops carrier codes and inserts area codes; the number dialled must be the number written.
    /// </summary>
    public static bool Explains(DialText text, in PlanReading reading, DialPlan home)
    {
        var isNational = reading.Source == Source.FROM_DEFAULT_COUNTRY;
        if (!text.Digits.EndsWith(reading.NationalDigits))
            return isNational && IsWrittenAsAtHome(text, reading);

        var prefix = text.Digits[..^reading.NationalDigits.Length];
        if (isNational)
            return prefix.IsEmpty || prefix.SequenceEqual(home.Trunk) || IsWrittenAsAtHome(text, reading);

        var callingCode = reading.CallingCode!.Digits;
        if (!prefix.EndsWith(callingCode))
            prefix = WithoutTrunk(prefix, reading.Region, callingCode);

        return reading.Source == Source.FROM_NUMBER_WITH_IDD
            ? prefix.EndsWith(callingCode)
            : prefix.SequenceEqual(callingCode);
    }

    /// <summary>
    /// Spreadsheets drop a leading plus as they drop a leading zero. A number that is written without a prefix at home
    /// has lost no zero, so only the calling code of its own country casts doubt on it.
    /// </summary>
    public static bool MayLackItsPlus(DialText text, in PlanReading reading)
    {
        if (reading.Source != Source.FROM_DEFAULT_COUNTRY)
            return false;

        if (reading.Fit != PlanFit.Valid)
            return true;

        return text.Digits.StartsWith(reading.CallingCode!.Digits) || !IsWrittenAsAtHome(text, reading);
    }

    private static ReadOnlySpan<char> WithoutTrunk(ReadOnlySpan<char> prefix, string? region, string callingCode)
    {
        var trunk = region is null or CallingCode.NoCountry ? "" : DialPlan.Of(region).Trunk;
        return trunk.Length > 0 && trunk != callingCode && prefix.EndsWith(trunk) ? prefix[..^trunk.Length] : prefix;
    }

    private static bool IsWrittenAsAtHome(DialText text, in PlanReading reading)
    {
        var digits = text.Digits;
        var national = reading.NationalDigits;
        if (reading.PrefixAtHome is { } prefix)
        {
            return digits.Length == prefix.Length + national.Length
                && digits.StartsWith(prefix) && digits.EndsWith(national);
        }

        var matched = 0;
        foreach (var character in LibraryReading.WriteAtHome(reading.CallingCode!, national))
        {
            if (!char.IsAsciiDigit(character))
                continue;

            if (matched == digits.Length || digits[matched++] != character)
                return false;
        }

        return matched == digits.Length;
    }
}
