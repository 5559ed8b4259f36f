using BatchDashboard.Core.PhoneNumbers.Automata;

namespace BatchDashboard.Tests.PhoneNumbers;

/// <summary>Draws digits that fit a pattern, each branch as likely as the next, however few numbers it stands for.</summary>
internal sealed class PatternWalk(string pattern)
{
    private static readonly DigitNodes Nodes = new();

    private readonly DigitNode _start =
        DigitPattern.Compile(Nodes, pattern, Nodes.End((int)PatternMatch.Plain)) ?? DigitNode.Nothing;

    public string Draw(Random random)
    {
        var digits = "";
        for (var node = _start; node != DigitNode.Nothing; node = node.After(digits[^1] - '0'))
        {
            int[] next = [.. Enumerable.Range(0, DigitNode.Digits).Where(digit => node.After(digit) != DigitNode.Nothing)];
            if (next.Length == 0 || (node.Value != 0 && random.Next(2) == 0))
                break;

            digits += (char)('0' + next[random.Next(next.Length)]);
        }

        return digits;
    }
}
