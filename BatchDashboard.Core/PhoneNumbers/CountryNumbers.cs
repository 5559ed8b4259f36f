using BatchDashboard.Core.PhoneNumbers.Automata;
using Library = global::PhoneNumbers;

namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>Which of the numbers behind a calling code belong to one country, and of which kind the valid ones are.</summary>
/// <param name="Claims">Says <see cref="Unclaimed"/>, <see cref="Claimed"/>, or a kind.</param>
internal sealed record CountryNumbers(string Region, DigitNode Claims)
{
    public const int Unclaimed = 0;

    /// <summary>The country's by its first digits, and not valid there.</summary>
    private const int Claimed = 1;
    private const int FirstKind = 2;

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
            (Library.PhoneNumberType.MOBILE, metadata => metadata.Mobile),
        ];

    /// <returns>Null when a pattern is not understood.</returns>
    public static CountryNumbers? Compile(DigitNodes nodes, CallingCode code, string region)
    {
        var metadata = code.Metadata(region);
        var kinds = nodes.Nothing;
        foreach (var (type, lines) in Types.Reverse())
        {
            if (Compile(nodes, lines(metadata)) is not { } numbers)
                return null;

            var kind = FirstKind + (int)NumberKinds.Of(type, code);
            kinds = nodes.Combine(kinds, numbers, (before, match) => match != 0 ? kind : before);
        }

        if (Compile(nodes, metadata.GeneralDesc) is not { } general)
            return null;

        kinds = nodes.Combine(kinds, general, (kind, match) => match != 0 ? kind : Unclaimed);
        if (code.Regions.Count == 1 || !metadata.HasLeadingDigits)
            return new CountryNumbers(region, kinds);

        return DigitPattern.Compile(nodes, metadata.LeadingDigits, AnyDigits(nodes)) is { } leading
            ? new CountryNumbers(region, nodes.Combine(kinds, leading, Claim))
            : null;
    }

    /// <returns>Null for a number that is not valid.</returns>
    public static NumberKind? KindOf(int claim) => claim < FirstKind ? null : (NumberKind)(claim - FirstKind);

    private static DigitNode? Compile(DigitNodes nodes, Library.PhoneNumberDesc lines)
    {
        if (!lines.HasNationalNumberPattern)
            return nodes.Nothing;

        var numbers = DigitPattern.Compile(nodes, lines.NationalNumberPattern, nodes.End((int)PatternMatch.Plain));
        if (numbers is null || lines.PossibleLengthCount == 0)
            return numbers;

        var lengths = Enumerable.Range(0, PlanLengths.MaxNationalDigits + 1)
            .Select(length => lines.PossibleLengthList.Contains(length) ? 1 : 0);
        return nodes.Combine(numbers, nodes.ByLength([.. lengths]), (match, possible) => possible != 0 ? match : 0);
    }

    private static DigitNode AnyDigits(DigitNodes nodes) =>
        nodes.ByLength([.. Enumerable.Repeat((int)PatternMatch.Plain, PlanLengths.MaxNationalDigits)]);

    /// <summary>Where its first digits are given, they alone decide.</summary>
    private static int Claim(int kind, int leading) => leading == 0 ? Unclaimed : Math.Max(kind, Claimed);
}
