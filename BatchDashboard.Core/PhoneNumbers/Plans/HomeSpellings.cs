using System.Text.RegularExpressions;
using BatchDashboard.Core.PhoneNumbers.Automata;
using Library = global::PhoneNumbers;

namespace BatchDashboard.Core.PhoneNumbers.Plans;

/// <summary>
/// Which digits the country of a calling code writes before those of a number when it writes it at home, such as 0
/// before the number of a landline.
/// </summary>
/// <param name="Start">Its values are indices of <paramref name="Prefixes"/>.</param>
/// <param name="Prefixes">Null for numbers that are written with digits left out, inserted or in another order.</param>
internal sealed partial record HomeSpellings(DigitNode Start, IReadOnlyList<string?> Prefixes)
{
    private const string FirstGroup = "${1}";

    public static HomeSpellings Compile(DigitNodes nodes, Library.PhoneMetadata metadata)
    {
        // A number that no format fits is written as it is.
        var start = DigitNode.Nothing;
        var prefixes = new List<string?> { "" };

        // The library takes the first format that fits, so here that one has the last word.
        foreach (var format in metadata.NumberFormatList.Reverse())
        {
            if (NumbersOf(nodes, format) is not { } numbers)
                return new HomeSpellings(DigitNode.Nothing, [null]);

            var prefix = prefixes.Count;
            prefixes.Add(PrefixOf(format));
            start = nodes.Over(start, numbers, (_, _) => prefix);
        }

        return new HomeSpellings(start, prefixes);
    }

    public NumberClass Refine(NumberClass known, int prefix) => known with { PrefixAtHome = Prefixes[prefix] };

    /// <returns>Null when a pattern is not understood.</returns>
    private static DigitNode? NumbersOf(DigitNodes nodes, Library.NumberFormat format)
    {
        var numbers = DigitPattern.Compile(nodes, format.Pattern, nodes.End((int)PatternMatch.Plain));
        if (numbers is null || format.LeadingDigitsPatternCount == 0)
            return numbers;

        var leading = format.LeadingDigitsPatternList[^1];
        return DigitPattern.Compile(nodes, leading, PlanLengths.AnyDigits(nodes)) is { } starts
            ? nodes.Within(numbers, starts)
            : null;
    }

    private static string? PrefixOf(Library.NumberFormat format)
    {
        var rule = format.NationalPrefixFormattingRule.Length > 0 ? format.NationalPrefixFormattingRule : FirstGroup;
        var parts = rule.Split(FirstGroup);
        return parts is [var before, var after] && IsWholeInOrder(format) && !after.Any(char.IsAsciiDigit)
            ? string.Concat(before.Where(char.IsAsciiDigit))
            : null;
    }

    /// <summary>Groups of digits and nothing between them, written one after the other.</summary>
    private static bool IsWholeInOrder(Library.NumberFormat format)
    {
        var groups = GroupsOfDigits().Matches(format.Pattern);
        var written = Enumerable.Range(1, groups.Count).Select(group => $"${group}");
        return groups.Sum(group => group.Length) == format.Pattern.Length
            && string.Concat(format.Format.Where(character => character == '$' || char.IsAsciiDigit(character)))
                == string.Concat(written);
    }

    [GeneratedRegex(@"\((?!\?)[^()]*\)")]
    private static partial Regex GroupsOfDigits();
}
