using System.Runtime.CompilerServices;

namespace BatchDashboard.Core.PhoneNumbers.Automata;

/// <summary>What holds for the digits read so far, and where each further digit leads.</summary>
/// <param name="value">0 for nothing.</param>
/// <param name="next">One node for each digit; null when nothing holds, whatever follows.</param>
internal sealed class DigitNode(int value, DigitNode[]? next) : IEquatable<DigitNode>
{
    public const int Digits = 10;

    public int Value { get; } = value;

    /// <summary>No value here nor behind any digit.</summary>
    public bool IsNothing => next is null;

    public DigitNode After(int digit) => next is null ? this : next[digit];

    /// <summary>By content, for <see cref="DigitNodes"/>, which knows the followers to be one object each already.</summary>
    public bool Equals(DigitNode? other)
    {
        if (other is null || other.Value != Value)
            return false;

        for (var digit = 0; digit < Digits; digit++)
        {
            if (!ReferenceEquals(After(digit), other.After(digit)))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as DigitNode);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Value);
        for (var digit = 0; next is not null && digit < Digits; digit++)
            hash.Add(RuntimeHelpers.GetHashCode(next[digit]));

        return hash.ToHashCode();
    }
}
