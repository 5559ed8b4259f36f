using Library = global::PhoneNumbers;

namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>What a plan says of a number by how many digits it has, apart from which.</summary>
internal static class PlanLengths
{
    /// <summary>The library reads no longer national number; longer texts are as long as this.</summary>
    public const int MaxNationalDigits = 17;

    private const int MaxDigits = 19;

    /// <returns>One for each count of digits, from 0 on.</returns>
    public static PlanFit[] FitsOf(Library.PhoneNumberDesc general)
    {
        var (possible, local) = (general.PossibleLengthList, general.PossibleLengthLocalOnlyList);
        return [.. Enumerable.Range(0, MaxDigits + 1).Select(length => FitOf(length, possible, local))];
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
