using BatchDashboard.Core.PhoneNumbers.Cells;
using BatchDashboard.Core.PhoneNumbers.Plans;
using Library = global::PhoneNumbers;

namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>Tells the numbers of emergency and other short services, which a campaign must never ring.</summary>
internal static class EmergencyNumbers
{
    /// <summary>
    /// A valid number of more digits is no short one, and most numbers are such; to ask the library about each would take
    /// longer than all the rest. A test proves it of the library's plans.
    /// </summary>
    public const int MaxShortDigits = 6;

    private static readonly Library.ShortNumberInfo ShortNumbers = Library.ShortNumberInfo.GetInstance();

    /// <param name="home">Default country of the batch.</param>
    public static bool IsEmergency(DialText text, in PlanReading reading, DialPlan home)
    {
        if (WorldEmergencyNumbers.Contains(text.Digits))
            return true;

        if (reading.Fit == PlanFit.Valid)
            return reading.NationalDigits.Length <= MaxShortDigits && IsShort(reading, home);

        return IsShort(reading, home) || IsBehindPrefix(text, home);
    }

    /// <summary>Exchanges ring the emergency service once its digits are dialled, whatever follows.</summary>
    public static bool StartsWithEmergency(in PlanReading reading)
    {
        var digits = reading.NationalDigits.ToString();
        return reading.CallingCode!.Regions.Any(home => ShortNumbers.ConnectsToEmergencyNumber(digits, home));
    }

    /// <summary>An emergency number of the country it belongs to, or any short number of the default country.</summary>
    private static bool IsShort(in PlanReading reading, DialPlan home)
    {
        if (reading.CallingCode is null)
            return false;

        return (reading.CallingCode == home.CallingCode && IsShortAt(home, reading.NationalDigits))
            || (WorldEmergencyNumbers.Contains(reading.NationalDigits) && IsEmergencyAtHome(reading));
    }

    private static bool IsShortAt(DialPlan home, ReadOnlySpan<char> nationalDigits) =>
        ShortNumbers.IsValidShortNumberForRegion(
            LibraryReading.NumberOf(home.CallingCode, nationalDigits), home.Region);

    private static bool IsEmergencyAtHome(in PlanReading reading)
    {
        var digits = reading.NationalDigits.ToString();
        return reading.CallingCode!.Regions.Any(home => ShortNumbers.IsEmergencyNumber(digits, home));
    }

    /// <summary>A text that no plan knows may still be an emergency number after some prefix.</summary>
    private static bool IsBehindPrefix(DialText text, DialPlan home)
    {
        var digits = text.Digits;
        if (WorldEmergencyNumbers.Contains(AfterCallingCode(digits)))
            return true;

        return !text.HasPlus
            && (WorldEmergencyNumbers.Contains(After(digits, home.Trunk))
                || IsAbroad(After(digits, "00"))
                || IsAbroad(After(digits, "011")));
    }

    private static bool IsAbroad(ReadOnlySpan<char> digits) =>
        WorldEmergencyNumbers.Contains(digits) || WorldEmergencyNumbers.Contains(AfterCallingCode(digits));

    private static ReadOnlySpan<char> AfterCallingCode(ReadOnlySpan<char> digits) =>
        CallingCode.AtStart(digits) is { } code ? digits[code.Digits.Length..] : [];

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> digits, string prefix) =>
        prefix.Length > 0 && digits.StartsWith(prefix) ? digits[prefix.Length..] : [];
}
