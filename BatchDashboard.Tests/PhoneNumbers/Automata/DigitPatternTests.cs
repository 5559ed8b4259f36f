using System.Globalization;
using System.Text.RegularExpressions;
using BatchDashboard.Core.PhoneNumbers.Automata;

namespace BatchDashboard.Tests.PhoneNumbers.Automata;

public sealed class DigitPatternTests
{
    private static readonly string[] Texts =
    [
        "", .. from length in Enumerable.Range(1, 4)
               from value in Enumerable.Range(0, (int)Math.Pow(10, length))
               select value.ToString($"D{length}", CultureInfo.InvariantCulture),
    ];

    [Theory]
    [InlineData("")]
    [InlineData("911")]
    [InlineData("[2-9][0-9]{2}")]
    [InlineData("[13-57]{1,3}")]
    [InlineData("1{2}|2{0,2}3|")]
    [InlineData("(?:1|2(?:3|45))?6")]
    [InlineData("0?(?:(11|2[23])15)?")]
    [InlineData("(?:[3-578]|90)0|(?:12|1[25]){2}")]
    [InlineData("([0-9]{3})$|1")]
    [InlineData("(1$)|(2|3(4)){0,2}")]
    public void A_pattern_matches_what_the_regular_expression_matches(string pattern)
    {
        var automaton = DigitAutomaton.OfPattern(pattern)!;
        var expression = new Regex($"^(?:{pattern})$", RegexOptions.CultureInvariant);

        Assert.Equal(Texts.Where(text => expression.IsMatch(text)), Texts.Where(text => automaton.ValueOf(text) != 0));
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("06", false)]
    [InlineData("0|80?", false)]
    [InlineData("00|1(?:[12]|79)0", false)]
    [InlineData("0?(?:(11|2[23])15)?", true)]
    [InlineData("0(1[0-9])?", true)]
    [InlineData("([2-9][0-9]{2})$|1", true)]
    [InlineData("(?:0|90)(?:(1[245]|21)([0-9]{1,2}))?", true)]
    [InlineData("(00[25][0-9])$|(?:(?:03)0?)|0", true)]
    public void A_prefix_is_as_long_as_the_regular_expression_takes_it_or_unsure(string pattern, bool captureMatters)
    {
        var prefix = new DigitPrefix(pattern, captureMatters);
        var expression = new Regex($"^(?:{pattern})", RegexOptions.CultureInvariant);
        var answered = 0;

        Assert.All(Texts, text =>
        {
            var length = prefix.LengthAtStart(text);
            if (length == DigitPrefix.Unsure)
                return;

            var match = expression.Match(text);
            Assert.Equal(match.Success ? match.Length : DigitPrefix.None, length);
            Assert.False(captureMatters && match.Groups.Count > 1 && match.Groups[^1].Success);
            answered++;
        });

        Assert.True(answered > Texts.Length / 10, $"{answered} of {Texts.Length}");
    }

    [Theory]
    [InlineData("\\d{3}")]
    [InlineData(".")]
    [InlineData("1*")]
    [InlineData("1+")]
    [InlineData("1??")]
    [InlineData("?1")]
    [InlineData("{2}1")]
    [InlineData("1{2")]
    [InlineData("1{a}")]
    [InlineData("1{3,2}")]
    [InlineData("1{1,99999999999}")]
    [InlineData("[^1]")]
    [InlineData("[2-")]
    [InlineData("[9-2]")]
    [InlineData("[a]")]
    [InlineData("(?=1)2")]
    [InlineData("(?!1)2")]
    [InlineData("(?<name>1)")]
    [InlineData("(1)\\1")]
    [InlineData("1(2")]
    [InlineData("1)2")]
    [InlineData("^1")]
    [InlineData("a")]
    [InlineData("１")]
    public void What_is_more_than_digits_classes_groups_and_counts_is_not_understood(string pattern)
    {
        Assert.Null(DigitAutomaton.OfPattern(pattern));
        Assert.Equal(DigitPrefix.Unsure, new DigitPrefix(pattern, captureMatters: false).LengthAtStart("1"));
    }

    [Fact]
    public void Patterns_that_match_the_same_are_one_automaton()
    {
        var nodes = new DigitNodes();
        var end = nodes.End((int)PatternMatch.Plain);

        Assert.Same(
            DigitPattern.Compile(nodes, "12|13|1(?:4|5)6?", end),
            DigitPattern.Compile(nodes, "1[23]|14|15|1[45]6", end));
    }
}
