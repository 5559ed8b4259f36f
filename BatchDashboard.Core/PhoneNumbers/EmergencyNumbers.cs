namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>Tells the numbers of emergency and other short services, which a campaign must never ring.</summary>
internal static class EmergencyNumbers
{
    /// <param name="home">Default country of the batch.</param>
    public static bool IsEmergency(DialText text, PlanReading reading, DialPlan home) =>
        WorldEmergencyNumbers.Contains(text.Digits)
        || IsShort(reading.Number, home)
        || (reading.Fit != PlanFit.Valid && IsBehindPrefix(text, home));

    /// <summary>Exchanges ring the emergency service once its digits are dialled, whatever follows.</summary>
    public static bool StartsWithEmergency(ParsedNumber number)
    {
        var digits = number.NationalDigits.ToString();
        return number.CallingCode!.Regions.Any(region => ShortNumbers.StartsWithEmergency(digits, region));
    }

    /// <summary>An emergency number of the country it belongs to, or any short number of the default country.</summary>
    private static bool IsShort(ParsedNumber number, DialPlan home)
    {
        if (number.CallingCode is null)
            return false;

        return ShortNumbers.Contains(number, home)
            || (WorldEmergencyNumbers.Contains(number.NationalDigits) && IsEmergencyAtHome(number));
    }

    private static bool IsEmergencyAtHome(ParsedNumber number)
    {
        var digits = number.NationalDigits.ToString();
        return number.CallingCode!.Regions.Any(region => ShortNumbers.IsEmergency(digits, region));
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
