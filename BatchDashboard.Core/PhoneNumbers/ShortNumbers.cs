using Library = global::PhoneNumbers;

namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>Numbers of services that a country dials as they are, such as <c>411</c> or <c>116117</c>.</summary>
internal static class ShortNumbers
{
    private static readonly Library.ShortNumberInfo Util = Library.ShortNumberInfo.GetInstance();

    /// <summary>
    /// Written out because the library only answers for one number at a time, and asking it about every full number
    /// takes longer than all the rest; a test compares the list with the library's.
    /// </summary>
    public static int MaxDigitsOf(string region) => region switch
    {
        "CN" => 12,
        "JP" => 10,
        "IN" => 9,
        "AU" or "KR" => 8,
        "CU" or "HK" or "IT" or "PG" or "PY" => 7,
        _ => 6,
    };

    public static bool Contains(ParsedNumber number, DialPlan home) =>
        number.CallingCode == home.CallingCode
        && number.NationalDigits.Length <= home.MaxShortDigits
        && Util.IsValidShortNumberForRegion(LibraryReading.NumberOf(number), home.Region);

    public static bool IsEmergency(ReadOnlySpan<char> digits, string region) =>
        Util.IsEmergencyNumber(digits.ToString(), region);

    /// <summary>Exchanges ring the emergency service once its digits are dialled, whatever follows.</summary>
    public static bool StartsWithEmergency(ReadOnlySpan<char> digits, string region) =>
        Util.ConnectsToEmergencyNumber(digits.ToString(), region);
}
