namespace BatchDashboard.Core.PhoneNumbers.Automata;

/// <summary>Reads digits and says what holds for them: nodes laid out in one table.</summary>
internal sealed class DigitAutomaton
{
    /// <summary>The place where nothing holds, whatever follows.</summary>
    public const int Nowhere = 0;

    /// <summary>Of one place: where each digit leads, then the value.</summary>
    private const int Width = DigitNode.Digits + 1;

    private readonly int[] _table;

    public DigitAutomaton(DigitNode start)
    {
        var nodes = new List<DigitNode>();
        var places = new Dictionary<DigitNode, int>(ReferenceEqualityComparer.Instance);
        Add(DigitNode.Nothing);
        Add(start);
        for (var at = 0; at < nodes.Count; at++)
        {
            for (var digit = 0; digit < DigitNode.Digits; digit++)
                Add(nodes[at].After(digit));
        }

        Start = places[start];
        _table = [.. nodes.SelectMany(node => Enumerable.Range(0, DigitNode.Digits)
            .Select(digit => places[node.After(digit)])
            .Append(node.Value))];

        void Add(DigitNode node)
        {
            if (places.TryAdd(node, nodes.Count * Width))
                nodes.Add(node);
        }
    }

    /// <summary>The place before the first digit.</summary>
    public int Start { get; }

    /// <returns>Says <see cref="PatternMatch"/>; null when the pattern is not understood.</returns>
    public static DigitAutomaton? OfPattern(string pattern)
    {
        var nodes = new DigitNodes();
        var start = DigitPattern.Compile(nodes, pattern, nodes.End((int)PatternMatch.Plain));
        return start is null ? null : new DigitAutomaton(start);
    }

    /// <param name="digits">ASCII digits and nothing else, here and below.</param>
    public int ValueOf(ReadOnlySpan<char> digits)
    {
        var place = Start;
        foreach (var digit in digits)
        {
            place = Next(place, digit);
            if (place == Nowhere)
                break;
        }

        return ValueAt(place);
    }

    public int Next(int place, char digit) => _table[place + digit - '0'];

    public int ValueAt(int place) => _table[place + DigitNode.Digits];
}
