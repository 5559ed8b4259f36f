using BatchDashboard.Core.PhoneNumbers.Automata;
using BatchDashboard.Core.PhoneNumbers.Cells;
using Library = global::PhoneNumbers;

namespace BatchDashboard.Core.PhoneNumbers.Plans;

/// <summary>What can be said of a number by how many digits it has, apart from which.</summary>
internal static class PlanLengths
{
    /// <summary>The library reads no longer national number.</summary>
    public const int MaxNationalDigits = 17;

    /// <returns>One for each count of digits that a text may have, from 0 on.</returns>
    public static PlanFit[] FitsOf(Library.PhoneNumberDesc numbers) =>
    [
        .. Enumerable.Range(0, DialText.MaxDigits + 1)
            .Select(length => FitOf(length, numbers.PossibleLengthList, numbers.PossibleLengthLocalOnlyList)),
    ];

    public static DigitNode AnyDigits(DigitNodes nodes) =>
        nodes.ByLength([.. Enumerable.Repeat(1, MaxNationalDigits + 1)]);

    public static DigitNode OneOf(DigitNodes nodes, IList<int> lengths)
    {
        var all = Enumerable.Range(0, MaxNationalDigits + 1);
        return nodes.ByLength([.. all.Select(length => lengths.Contains(length) ? 1 : 0)]);
    }

    /// <summary>A local number lacks its area code, and no one can dial that from afar.</summary>
    private static PlanFit FitOf(int length, IList<int> possible, IList<int> local)
    {
        if (local.Contains(length) || length < possible[0])
            return PlanFit.TooShort;

        if (length > possible[^1])
            return PlanFit.TooLong;

        return possible.Contains(length) ? PlanFit.Possible : PlanFit.WrongLength;
    }
}
