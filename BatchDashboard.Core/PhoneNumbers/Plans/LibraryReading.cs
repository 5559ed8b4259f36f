using System.Globalization;
using BatchDashboard.Core.PhoneNumbers.Cells;
using Library = global::PhoneNumbers;

namespace BatchDashboard.Core.PhoneNumbers.Plans;

/// <summary>
/// What libphonenumber itself says; asked where <see cref="DialPlan"/> and <see cref="NumberClasses"/> cannot tell.
/// </summary>
internal static class LibraryReading
{
    private static readonly Library.PhoneNumberUtil Util = Library.PhoneNumberUtil.GetInstance();

    /// <param name="region">Where the text was written.</param>
    public static ParsedNumber Parse(DialText text, string region)
    {
        try
        {
            var number = Util.ParseAndKeepRawInput(text.ToString(), region);
            var code = CallingCode.Of(number.CountryCode);
            return new ParsedNumber(code, Util.GetNationalSignificantNumber(number), number.CountryCodeSource);
        }
        catch (Library.NumberParseException refusal)
        {
            return new ParsedNumber(FitOf(refusal.ErrorType));
        }
    }

    public static NumberClass Classify(CallingCode callingCode, ReadOnlySpan<char> nationalDigits)
    {
        var number = NumberOf(callingCode, nationalDigits);
        var type = Util.GetNumberType(number);
        return new NumberClass(
            type == Library.PhoneNumberType.UNKNOWN ? FitByLength(number) : PlanFit.Valid,
            NumberKinds.Of(type, callingCode),
            Util.GetRegionCodeForNumber(number),
            PrefixAtHome: null);
    }

    public static string WriteAtHome(CallingCode callingCode, ReadOnlySpan<char> nationalDigits) =>
        Util.Format(NumberOf(callingCode, nationalDigits), Library.PhoneNumberFormat.NATIONAL);

    public static Library.PhoneNumber NumberOf(CallingCode callingCode, ReadOnlySpan<char> nationalDigits)
    {
        var zeros = nationalDigits.IndexOfAnyExcept('0');
        return new Library.PhoneNumber.Builder()
            .SetCountryCode(callingCode.Value)
            .SetNationalNumber(ulong.Parse(nationalDigits, NumberStyles.None, CultureInfo.InvariantCulture))
            .SetNumberOfLeadingZeros(zeros < 0 ? nationalDigits.Length - 1 : zeros)
            .Build();
    }

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
}
