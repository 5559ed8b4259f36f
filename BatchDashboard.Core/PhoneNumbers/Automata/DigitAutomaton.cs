namespace BatchDashboard.Core.PhoneNumbers.Automata;

/// <summary>Reads digits and says what holds for them: nodes laid out in one table.</summary>
internal sealed class DigitAutomaton
{
    public const int Start = 0;

    /// <summary>Where each digit leads; a place is the index of its own first follower.</summary>
    private readonly ushort[] _next;
    private readonly ushort[] _values;

    /// <summary>Where nothing holds any more, whatever follows.</summary>
    private readonly int _nowhere = -1;

    public DigitAutomaton(DigitNode start)
    {
        var nodes = new List<DigitNode> { start };
        var places = new Dictionary<DigitNode, int>(ReferenceEqualityComparer.Instance) { [start] = Start };
        for (var at = 0; at < nodes.Count; at++)
        {
            for (var digit = 0; digit < DigitNode.Digits; digit++)
            {
                if (places.TryAdd(nodes[at].After(digit), nodes.Count * DigitNode.Digits))
                    nodes.Add(nodes[at].After(digit));
            }

            _nowhere = nodes[at].IsNothing ? at * DigitNode.Digits : _nowhere;
        }

        _values = [.. nodes.Select(node => checked((ushort)node.Value))];
        _next = [.. nodes.SelectMany(node =>
            Enumerable.Range(0, DigitNode.Digits).Select(digit => checked((ushort)places[node.After(digit)])))];
    }

    /// <returns>Says <see cref="PatternMatch"/>; null when the pattern is not understood.</returns>
    public static DigitAutomaton? OfPattern(string pattern)
    {
        var nodes = new DigitNodes();
        var start = DigitPattern.Compile(nodes, pattern, nodes.End((int)PatternMatch.Plain));
        return start is null ? null : new DigitAutomaton(start);
    }

    public int States => _values.Length;

    /// <param name="digits">ASCII digits and nothing else, here and below.</param>
    public int ValueOf(ReadOnlySpan<char> digits)
    {
        var place = Start;
        foreach (var digit in digits)
            place = Next(place, digit);

        return ValueAt(place);
    }

    public int Next(int place, char digit) => _next[place + digit - '0'];

    public int ValueAt(int place) => _values[place / DigitNode.Digits];

    public bool IsNowhere(int place) => place == _nowhere;
}
