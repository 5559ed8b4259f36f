using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers.Cells;
using BatchDashboard.Core.PhoneNumbers.Plans;

namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>Tells the operator what is wrong with a phone cell and what to do about it.</summary>
internal static class PhoneProblems
{
    public static Error Of(CellFault fault, string cell) => fault switch
    {
        CellFault.Blank => new(SkipCodes.Blank, BlankMessage(cell)),
        CellFault.Scientific => Say(SkipCodes.ExcelScientific, cell,
            "is not a number any more: the spreadsheet destroyed this number; export the column as text."),
        CellFault.ScientificWhole => Say(SkipCodes.ExcelScientific, cell,
            "is written as a spreadsheet writes large quantities; write its digits one after the other, or export the column as text."),
        CellFault.Float => Say(SkipCodes.ExcelFloat, cell,
            "has decimals: the spreadsheet stored this number as a quantity; export the column as text."),
        CellFault.Several => Say(SkipCodes.SeveralNumbers, cell,
            "holds more than one number; keep the one to call, or give each its own row."),
        CellFault.Extension => Say(SkipCodes.Extension, cell,
            "has an extension, which cannot be dialled; use a direct number."),
        CellFault.Letters => Say(SkipCodes.NotANumber, cell,
            "has letters in it; write the number with digits only and nothing around it."),
        CellFault.Minus => Say(SkipCodes.NotANumber, cell,
            "starts with a minus; write the number with its country code, such as +12125550123."),
        CellFault.DirectionOverride => Say(SkipCodes.NotANumber, cell,
            "hides a character that shows its digits in another order; type the number again."),
        CellFault.TooLong => TooLong(cell),
        _ => Say(SkipCodes.NotANumber, cell,
            "is not written as a phone number; use digits, spaces, dashes, dots and brackets only."),
    };

    public static Error Of(DialText text, in PlanReading reading, DialPlan home, string cell) => reading.Fit switch
    {
        PlanFit.TooShort => Say(SkipCodes.Invalid, cell,
            "is too short for a phone number; add the missing digits or the country code."),
        PlanFit.TooLong => TooLong(text, home, cell),
        PlanFit.UnknownCountryCode => Say(SkipCodes.Invalid, cell,
            "starts with a country code that does not exist; correct it."),
        PlanFit.Ambiguous => Say(SkipCodes.Invalid, cell,
            $"can be read as {reading.E164} or as an international number that lost its plus; "
            + "write it with + and the country code."),
        PlanFit.OtherDigits => Say(SkipCodes.Invalid, cell,
            $"could only be called with other digits, as {reading.E164}; if that is meant, write it so."),
        PlanFit.Possible => Say(SkipCodes.Invalid, cell,
            $"is not a valid number of {Country(reading)}; correct it, or allow possible numbers if you are sure."),
        _ => Say(SkipCodes.Invalid, cell, $"is not a valid number of {Country(reading)}; correct it."),
    };

    public static Error Emergency(string cell) => Say(SkipCodes.Emergency, cell,
        "is an emergency or service number, which is never called; correct it.");

    public static Error Premium(string cell) => Say(SkipCodes.Premium, cell,
        "is a premium, satellite or special-rate number, which is never called; use an ordinary number.");

    public static Error TollFree(string cell) => Say(SkipCodes.TollFree, cell,
        "is a toll-free number; allow toll-free numbers if it is to be called.");

    public static Error CountryNotAllowed(in PlanReading reading, string cell) => Say(SkipCodes.CountryNotAllowed, cell,
        $"is a number of {Country(reading)}, which is not among the allowed countries; allow it or leave the row out.");

    private static Error TooLong(string cell) => Say(SkipCodes.Invalid, cell,
        "is too long for a phone number; remove the digits that do not belong to it.");

    /// <summary>What was read as the international prefix is said, for it is why the rest was held against another country's plan.</summary>
    private static Error TooLong(DialText text, DialPlan home, string cell)
    {
        var abroad = text.HasPlus ? 0 : home.PrefixAbroad(text.Digits);
        if (abroad > 0)
            return Say(SkipCodes.Invalid, cell,
                $"is too long for a phone number. Its {text.Digits[..abroad]} was read as the international prefix, "
                + $"and +{text.Digits[abroad..]} has digits too many; remove them.");
        return !text.HasPlus && text.Digits.StartsWith("00")
            ? Say(SkipCodes.Invalid, cell,
                $"is too long for a phone number. Its 00 is no international prefix in {home.Region}; if it is meant as one, write + instead.")
            : TooLong(cell);
    }

    private static string BlankMessage(string cell) => string.IsNullOrWhiteSpace(cell)
        ? "The cell is empty; fill in a phone number."
        : $"The cell holds no phone number but {CellQuote.Of(cell)}; fill in a phone number.";

    private static string Country(in PlanReading reading) => reading.Region switch
    {
        null => $"the country code +{reading.CallingCode?.Digits}",
        CallingCode.NoCountry => $"the international network +{reading.CallingCode?.Digits}",
        var region => region,
    };

    private static Error Say(string code, string cell, string what) => new(code, $"{CellQuote.Of(cell)} {what}");
}
