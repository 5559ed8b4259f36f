namespace BatchDashboard.Core.PhoneNumbers.Automata;

/// <summary>
/// Builds automata from their ends to their starts. Nodes that say the same are one object, so an automaton is the
/// smallest there is, and what two automata have in common is looked at once.
/// </summary>
internal sealed class DigitNodes
{
    private readonly HashSet<DigitNode> _known = new(new DigitNodeContent());
    private readonly Combination _union;

    public DigitNodes() => _union = new Combination(
        this,
        (left, right) => left | right,
        (left, right) => left == right || right == DigitNode.Nothing ? left : left == DigitNode.Nothing ? right : null);

    /// <summary>Says <paramref name="value"/> where the digits end.</summary>
    public DigitNode End(int value) => Node(value, _ => DigitNode.Nothing);

    /// <summary>One of the digits, then what <paramref name="next"/> says.</summary>
    /// <param name="digits">A bit for each.</param>
    public DigitNode Step(int digits, DigitNode next) =>
        Node(0, digit => (digits >> digit & 1) != 0 ? next : DigitNode.Nothing);

    /// <summary>Any digits; the first value for none of them, the last one for the most there may be.</summary>
    public DigitNode ByLength(IReadOnlyList<int> values)
    {
        var node = DigitNode.Nothing;
        foreach (var value in values.Reverse())
        {
            var next = node;
            node = Node(value, _ => next);
        }

        return node;
    }

    /// <summary>What either says; the values are sets of bits.</summary>
    public DigitNode Union(DigitNode left, DigitNode right) => _union.Of(left, right);

    /// <summary>What is said above and, where that is nothing, what is said below.</summary>
    /// <param name="value">The value where there is one above, of both.</param>
    public DigitNode Over(DigitNode below, DigitNode above, Func<int, int, int> value) => new Combination(
        this,
        (low, high) => high == 0 ? low : value(low, high),
        (low, high) => high == DigitNode.Nothing ? low : null)
        .Of(below, above);

    /// <summary>What <paramref name="node"/> says where <paramref name="bounds"/> say anything.</summary>
    public DigitNode Within(DigitNode node, DigitNode bounds) => new Combination(
        this,
        (value, bound) => bound == 0 ? 0 : value,
        (inner, outer) => inner == DigitNode.Nothing ? inner : outer == DigitNode.Nothing ? outer : null)
        .Of(node, bounds);

    private DigitNode Node(int value, Func<int, DigitNode> next)
    {
        var followers = new DigitNode[DigitNode.Digits];
        for (var digit = 0; digit < followers.Length; digit++)
            followers[digit] = next(digit);

        if (value == 0 && Array.TrueForAll(followers, follower => follower == DigitNode.Nothing))
            return DigitNode.Nothing;

        var node = new DigitNode(value, followers);
        if (_known.TryGetValue(node, out var known))
            return known;

        _known.Add(node);
        return node;
    }

    /// <summary>Makes one automaton of two, remembering the pairs it has met.</summary>
    /// <param name="known">What comes of a pair without a look behind it; null where one is needed.</param>
    private sealed class Combination(
        DigitNodes nodes, Func<int, int, int> value, Func<DigitNode, DigitNode, DigitNode?> known)
    {
        private readonly Dictionary<(DigitNode, DigitNode), DigitNode> _done = [];

        public DigitNode Of(DigitNode left, DigitNode right)
        {
            if (known(left, right) is { } node || _done.TryGetValue((left, right), out node))
                return node;

            node = nodes.Node(value(left.Value, right.Value), digit => Of(left.After(digit), right.After(digit)));
            _done.Add((left, right), node);
            return node;
        }
    }
}
