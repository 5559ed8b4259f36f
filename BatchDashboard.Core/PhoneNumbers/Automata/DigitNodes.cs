namespace BatchDashboard.Core.PhoneNumbers.Automata;

/// <summary>
/// Builds automata from their ends to their starts. Nodes that say the same are one object, so an automaton is the
/// smallest there is, and what two automata have in common is looked at once.
/// </summary>
internal sealed class DigitNodes
{
    private readonly HashSet<DigitNode> _known = [];
    private readonly Dictionary<(DigitNode, DigitNode), DigitNode> _unions = [];

    /// <summary>Says nothing, whatever follows.</summary>
    public DigitNode Nothing { get; } = new(0, null);

    /// <summary>Says <paramref name="value"/> where the digits end.</summary>
    public DigitNode End(int value) => value == 0 ? Nothing : Node(value, _ => Nothing);

    /// <summary>One of the digits, then what <paramref name="next"/> says.</summary>
    /// <param name="digits">A bit for each.</param>
    public DigitNode Step(int digits, DigitNode next) =>
        Node(0, digit => (digits >> digit & 1) != 0 ? next : Nothing);

    /// <summary>Any digits, up to <paramref name="values"/>.Count - 1 of them, each count with a value of its own.</summary>
    public DigitNode ByLength(IReadOnlyList<int> values)
    {
        var node = Nothing;
        for (var length = values.Count - 1; length >= 0; length--)
        {
            var next = node;
            node = Node(values[length], _ => next);
        }

        return node;
    }

    /// <summary>What either says; the values are sets of bits.</summary>
    public DigitNode Union(DigitNode left, DigitNode right) =>
        Combine(left, right, static (one, other) => one | other, _unions);

    /// <summary>What <paramref name="value"/> makes of both; of nothing and nothing it makes nothing.</summary>
    public DigitNode Combine(DigitNode left, DigitNode right, Func<int, int, int> value) =>
        Combine(left, right, value, []);

    private DigitNode Combine(
        DigitNode left, DigitNode right, Func<int, int, int> value, Dictionary<(DigitNode, DigitNode), DigitNode> done)
    {
        if (left == Nothing && right == Nothing)
            return Nothing;

        if (done.TryGetValue((left, right), out var known))
            return known;

        var combined = Node(
            value(left.Value, right.Value),
            digit => Combine(left.After(digit), right.After(digit), value, done));
        done.Add((left, right), combined);
        return combined;
    }

    private DigitNode Node(int value, Func<int, DigitNode> next)
    {
        var followers = new DigitNode[DigitNode.Digits];
        for (var digit = 0; digit < followers.Length; digit++)
            followers[digit] = next(digit);

        if (value == 0 && Array.TrueForAll(followers, follower => follower == Nothing))
            return Nothing;

        var node = new DigitNode(value, followers);
        if (_known.TryGetValue(node, out var known))
            return known;

        _known.Add(node);
        return node;
    }
}
