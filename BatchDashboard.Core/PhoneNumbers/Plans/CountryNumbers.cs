using BatchDashboard.Core.PhoneNumbers.Automata;
using Library = global::PhoneNumbers;

namespace BatchDashboard.Core.PhoneNumbers.Plans;

/// <summary>The numbers of one country among those behind its calling code, and the kinds of the valid ones.</summary>
/// <param name="Claims">Says <see cref="Claimed"/> or, of valid numbers, their kind and <see cref="FirstKind"/>.</param>
internal sealed record CountryNumbers(string Region, DigitNode Claims)
{
    /// <summary>The country's by its first digits, and not valid there.</summary>
    private const int Claimed = (int)PatternMatch.Plain;
    private const int FirstKind = Claimed + 1;

    /// <summary>In the library's order: where patterns overlap, the first one counts.</summary>
    private static readonly (Library.PhoneNumberType Type, Func<Library.PhoneMetadata, Library.PhoneNumberDesc> Lines)[]
        Types =
        [
            (Library.PhoneNumberType.PREMIUM_RATE, metadata => metadata.PremiumRate),
            (Library.PhoneNumberType.TOLL_FREE, metadata => metadata.TollFree),
            (Library.PhoneNumberType.SHARED_COST, metadata => metadata.SharedCost),
            (Library.PhoneNumberType.VOIP, metadata => metadata.Voip),
            (Library.PhoneNumberType.PERSONAL_NUMBER, metadata => metadata.PersonalNumber),
            (Library.PhoneNumberType.PAGER, metadata => metadata.Pager),
            (Library.PhoneNumberType.UAN, metadata => metadata.Uan),
            (Library.PhoneNumberType.VOICEMAIL, metadata => metadata.Voicemail),
            (Library.PhoneNumberType.FIXED_LINE, metadata => metadata.FixedLine),
            (Library.PhoneNumberType.MOBILE, metadata =>
                metadata.SameMobileAndFixedLinePattern ? metadata.FixedLine : metadata.Mobile),
        ];

    /// <returns>Null when a pattern is not understood.</returns>
    public static CountryNumbers? Compile(DigitNodes nodes, CallingCode code, string region)
    {
        var metadata = code.Metadata(region);
        var kinds = DigitNode.Nothing;
        foreach (var (type, lines) in Types.Reverse())
        {
            if (NumbersOf(nodes, lines(metadata)) is not { } numbers)
                return null;

            kinds = nodes.Over(kinds, numbers, (_, _) => FirstKind + (int)NumberKinds.Of(type, code));
        }

        if (NumbersOf(nodes, metadata.GeneralDesc) is not { } general)
            return null;

        kinds = nodes.Within(kinds, general);
        if (code.Regions.Count == 1 || !metadata.HasLeadingDigits)
            return new CountryNumbers(region, kinds);

        // Where its first digits are given, they alone decide whether a number is the country's.
        return DigitPattern.Compile(nodes, metadata.LeadingDigits, PlanLengths.AnyDigits(nodes)) is { } leading
            ? new(region, nodes.Within(nodes.Over(leading, kinds, (_, kind) => kind), leading))
            : null;
    }

    /// <returns>Null when the pattern is not understood.</returns>
    public static DigitNode? NumbersOf(DigitNodes nodes, Library.PhoneNumberDesc lines)
    {
        if (!lines.HasNationalNumberPattern)
            return DigitNode.Nothing;

        var numbers = DigitPattern.Compile(nodes, lines.NationalNumberPattern, nodes.End((int)PatternMatch.Plain));
        return numbers is null || lines.PossibleLengthCount == 0
            ? numbers
            : nodes.Within(numbers, PlanLengths.OneOf(nodes, lines.PossibleLengthList));
    }

    /// <summary>What is known of a number, and this country's claim to it.</summary>
    public NumberClass Refine(NumberClass known, int claim) => claim == Claimed
        ? known with { Region = Region }
        : known with { Region = Region, Fit = PlanFit.Valid, Kind = (NumberKind)(claim - FirstKind) };
}
