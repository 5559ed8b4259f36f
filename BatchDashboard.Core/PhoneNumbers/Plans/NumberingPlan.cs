using BatchDashboard.Core.PhoneNumbers.Cells;

namespace BatchDashboard.Core.PhoneNumbers.Plans;

/// <summary>Reads dialable text by the numbering plans of the world, as libphonenumber knows them.</summary>
internal static class NumberingPlan
{
    private const int MinDigits = 2;

    /// <param name="home">The country of text without a calling code.</param>
    public static PlanReading Read(DialText text, DialPlan home)
    {
        // The library says so by throwing, which a file of a million bad cells would feel.
        if (text.Digits.Length < MinDigits)
            return PlanReading.Unreadable(PlanFit.TooShort);

        if (text.HasPlus && CallingCode.AtStart(text.Digits) is null)
            return PlanReading.Unreadable(PlanFit.UnknownCountryCode);

        var number = Parse(text, home);
        if (number.CallingCode is null)
            return PlanReading.Unreadable(number.Refusal);

        var reading = new PlanReading(number, Classify(number));
        return reading with { Fit = Doubt(text, reading, home) ?? reading.Fit };
    }

    private static ParsedNumber Parse(DialText text, DialPlan home) =>
        home.TryParse(text, out var number) ? number : LibraryReading.Parse(text, home.Region);

    private static NumberClass Classify(in ParsedNumber number) =>
        number.CallingCode!.Classes?.Of(number.NationalDigits)
            ?? LibraryReading.Classify(number.CallingCode, number.NationalDigits);

    private static PlanFit? Doubt(DialText text, in PlanReading reading, DialPlan home)
    {
        if (reading.Fit is not (PlanFit.Valid or PlanFit.Possible))
            return null;

        if (!NationalSpelling.Explains(text, reading, home))
            return PlanFit.OtherDigits;

        return NationalSpelling.MayLackItsPlus(text, reading) && IsValidWithPlus(text, home) ? PlanFit.Ambiguous : null;
    }

    private static bool IsValidWithPlus(DialText text, DialPlan home)
    {
        if (CallingCode.AtStart(text.Digits) is null)
            return false;

        var number = Parse(text.WithPlus(), home);
        return number.CallingCode is not null && Classify(number).Fit == PlanFit.Valid;
    }
}
