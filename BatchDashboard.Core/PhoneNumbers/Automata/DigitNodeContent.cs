using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace BatchDashboard.Core.PhoneNumbers.Automata;

/// <summary>Nodes are the same when they say the same; what follows them is one object each already.</summary>
internal sealed class DigitNodeContent : IEqualityComparer<DigitNode>
{
    public bool Equals(DigitNode? left, DigitNode? right)
    {
        if (left is null || right is null || left.Value != right.Value)
            return left == right;

        for (var digit = 0; digit < DigitNode.Digits; digit++)
        {
            if (left.After(digit) != right.After(digit))
                return false;
        }

        return true;
    }

    public int GetHashCode([DisallowNull] DigitNode node)
    {
        var hash = node.Value;
        for (var digit = 0; digit < DigitNode.Digits; digit++)
            hash = HashCode.Combine(hash, RuntimeHelpers.GetHashCode(node.After(digit)));

        return hash;
    }
}
