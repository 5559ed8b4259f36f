using Library = global::PhoneNumbers;

namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>Tells the numbers of emergency and other short services, which a campaign must never ring.</summary>
internal static class EmergencyNumbers
{
    private static readonly Library.ShortNumberInfo ShortNumbers = Library.ShortNumberInfo.GetInstance();

    /// <param name="region">Default country of the batch.</param>
    public static bool IsEmergency(DialText text, PlanReading reading, string region) =>
        WorldEmergencyNumbers.Contains(text.Digits)
        || IsShort(reading, region)
        || (reading.Fit != PlanFit.Valid && IsBehindPrefix(text, region));

    /// <summary>Exchanges ring the emergency service once its digits are dialled, whatever follows.</summary>
    public static bool StartsWithEmergency(PlanReading reading) => CallingCodes.RegionsOf(reading.CallingCode)
        .Any(region => ShortNumbers.ConnectsToEmergencyNumber(reading.NationalDigits, region));

    /// <summary>An emergency number of the country it belongs to, or any short number of the default country.</summary>
    private static bool IsShort(PlanReading reading, string region)
    {
        if (reading.NationalDigits.Length == 0)
            return false;

        if (reading.CallingCode == CallingCodes.Of(region)
            && ShortNumbers.IsValidShortNumberForRegion(NumberingPlan.NumberOf(reading), region))
            return true;

        return WorldEmergencyNumbers.Contains(reading.NationalDigits) && CallingCodes.RegionsOf(reading.CallingCode)
            .Any(home => ShortNumbers.IsEmergencyNumber(reading.NationalDigits, home));
    }

    /// <summary>A text that no plan knows may still be an emergency number after some prefix.</summary>
    private static bool IsBehindPrefix(DialText text, string region)
    {
        var digits = text.Digits;
        if (WorldEmergencyNumbers.Contains(AfterCallingCode(digits)))
            return true;

        return !text.HasPlus
            && (WorldEmergencyNumbers.Contains(After(digits, NationalSpelling.Trunk(region)))
                || IsAbroad(After(digits, "00"))
                || IsAbroad(After(digits, "011")));
    }

    private static bool IsAbroad(ReadOnlySpan<char> digits) =>
        WorldEmergencyNumbers.Contains(digits) || WorldEmergencyNumbers.Contains(AfterCallingCode(digits));

    private static ReadOnlySpan<char> AfterCallingCode(ReadOnlySpan<char> digits) =>
        CallingCodes.LengthAtStart(digits) is > 0 and var length ? digits[length..] : [];

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> digits, string prefix) =>
        prefix.Length > 0 && digits.StartsWith(prefix) ? digits[prefix.Length..] : [];
}
