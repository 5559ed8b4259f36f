using System.Globalization;
using Library = global::PhoneNumbers;

namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>Reads dialable text by the numbering plans of the world, as libphonenumber knows them.</summary>
internal static class NumberingPlan
{
    private const int UniversalFreephone = 800;
    private const int MinNationalDigits = 2;

    private static readonly Library.PhoneNumberUtil Util = Library.PhoneNumberUtil.GetInstance();

    /// <param name="region">Country of text without a country code, as <see cref="PhoneRegions"/> spells it.</param>
    public static PlanReading Read(DialText text, string region)
    {
        // The library says so by throwing, which a file of a million bad cells would feel.
        if (text.Digits.Length < MinNationalDigits)
            return PlanReading.Unreadable(PlanFit.TooShort);

        if (text.HasPlus && !CallingCodes.IsStartOf(text.Digits))
            return PlanReading.Unreadable(PlanFit.UnknownCountryCode);

        try
        {
            var number = Util.ParseAndKeepRawInput(text.Text, region);
            var reading = Describe(number);
            return reading with { Fit = Doubt(text, region, number, reading) ?? reading.Fit };
        }
        catch (Library.NumberParseException refusal)
        {
            return PlanReading.Unreadable(FitOf(refusal.ErrorType));
        }
    }

    /// <summary>Apart from the reading because it costs as much, and few ask.</summary>
    /// <returns>ISO 3166 alpha-2, or <see cref="CallingCodes.NoCountry"/>; null when the plan cannot tell.</returns>
    public static string? RegionOf(PlanReading reading) => Util.GetRegionCodeForNumber(NumberOf(reading));

    public static Library.PhoneNumber NumberOf(PlanReading reading) => new Library.PhoneNumber.Builder()
        .SetCountryCode(reading.CallingCode)
        .SetNationalNumber(ulong.Parse(reading.NationalDigits, NumberStyles.None, CultureInfo.InvariantCulture))
        .SetNumberOfLeadingZeros(Math.Max(0, reading.NationalDigits.AsSpan().IndexOfAnyExcept('0')))
        .Build();

    private static PlanReading Describe(Library.PhoneNumber number)
    {
        var type = Util.GetNumberType(number);
        return new PlanReading(
            type == Library.PhoneNumberType.UNKNOWN ? FitByLength(number) : PlanFit.Valid,
            number.CountryCode,
            Util.GetNationalSignificantNumber(number),
            KindOf(number, type));
    }

    private static PlanFit? Doubt(DialText text, string region, Library.PhoneNumber number, PlanReading reading)
    {
        if (reading.Fit is not (PlanFit.Valid or PlanFit.Possible))
            return null;

        if (!NationalSpelling.Explains(text, number, region, reading))
            return PlanFit.OtherDigits;

        return NationalSpelling.MayLackItsPlus(text, number, reading.Fit) && IsValidWithPlus(text, region)
            ? PlanFit.Ambiguous
            : null;
    }

    private static bool IsValidWithPlus(DialText text, string region)
    {
        if (!CallingCodes.IsStartOf(text.Digits))
            return false;

        try
        {
            return Util.IsValidNumber(Util.Parse($"+{text.Digits}", region));
        }
        catch (Library.NumberParseException)
        {
            // No number with a plus: nothing to confuse it with.
            return false;
        }
    }

    /// <summary>A local number lacks its area code, and no one can dial that from afar.</summary>
    private static PlanFit FitByLength(Library.PhoneNumber number) => Util.IsPossibleNumberWithReason(number) switch
    {
        Library.PhoneNumberUtil.ValidationResult.IS_POSSIBLE => PlanFit.Possible,
        Library.PhoneNumberUtil.ValidationResult.TOO_LONG => PlanFit.TooLong,
        Library.PhoneNumberUtil.ValidationResult.INVALID_LENGTH => PlanFit.WrongLength,
        Library.PhoneNumberUtil.ValidationResult.INVALID_COUNTRY_CODE => PlanFit.UnknownCountryCode,
        _ => PlanFit.TooShort,
    };

    private static PlanFit FitOf(Library.ErrorType refusal) => refusal switch
    {
        Library.ErrorType.INVALID_COUNTRY_CODE => PlanFit.UnknownCountryCode,
        Library.ErrorType.TOO_LONG => PlanFit.TooLong,
        _ => PlanFit.TooShort,
    };

    private static NumberKind KindOf(Library.PhoneNumber number, Library.PhoneNumberType type) => type switch
    {
        Library.PhoneNumberType.TOLL_FREE => NumberKind.TollFree,
        Library.PhoneNumberType.PREMIUM_RATE or Library.PhoneNumberType.SHARED_COST or Library.PhoneNumberType.PAGER
            or Library.PhoneNumberType.UAN or Library.PhoneNumberType.VOICEMAIL => NumberKind.Premium,
        _ => CallingCodes.IsOfNoCountry(number.CountryCode) && number.CountryCode != UniversalFreephone
            ? NumberKind.Premium
            : NumberKind.Ordinary,
    };
}
