using BatchDashboard.Core.Templates;
using CsCheck;

namespace BatchDashboard.Tests.Templates;

public sealed class LineDiffTests
{
    private static readonly Gen<string[]> Text = Gen.Int[0, 3].Select(letter => "abc "[letter].ToString()).Array[0, 12];

    [Theory]
    [InlineData("", "", "")]
    [InlineData("a b c", "a b c", " a b c")]
    [InlineData("a b c", "a x c", " a-b+x c")]
    [InlineData("a b", "b", "-a b")]
    [InlineData("b", "b c", " b+c")]
    [InlineData("a b c d", "b d e", "-a b-c d+e")]
    [InlineData("x a y a", "a a", "-x a-y a")]
    public void What_is_common_stays_and_the_rest_is_removed_and_added(string before, string after, string expected) =>
        Assert.Equal(expected, string.Concat(LineDiff.Of(Words(before), Words(after)).Select(line => Sign(line) + line.Text)));

    [Fact]
    public void The_two_texts_can_be_read_from_what_differs() => Text.Select(Text).Sample((before, after) =>
    {
        var lines = LineDiff.Of(before, after);
        return lines.Where(line => line.Change != LineChange.Added).Select(line => line.Text).SequenceEqual(before)
            && lines.Where(line => line.Change != LineChange.Removed).Select(line => line.Text).SequenceEqual(after);
    });

    [Fact]
    public void Texts_that_are_too_long_to_be_compared_are_shown_one_after_the_other()
    {
        string[] before = [.. Enumerable.Range(0, 3_000).Select(i => $"a{i}"), "same"];
        string[] after = [.. Enumerable.Range(0, 3_000).Select(i => $"b{i}"), "same"];

        var lines = LineDiff.Of(before, after);

        Assert.Equal(6_001, lines.Count);
        Assert.Equal(new DiffLine(LineChange.Same, "same"), lines[^1]);
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Sign(DiffLine line) => line.Change switch
    {
        LineChange.Added => "+",
        LineChange.Removed => "-",
        _ => " ",
    };
}
