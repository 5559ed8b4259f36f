namespace BatchDashboard.Core.PhoneNumbers.Automata;

/// <summary>What holds for the digits read so far, and where each further digit leads.</summary>
/// <param name="value">0 for nothing.</param>
/// <param name="next">One node for each digit; null when nothing holds, whatever follows.</param>
internal sealed class DigitNode(int value, DigitNode[]? next)
{
    public const int Digits = 10;

    /// <summary>Says nothing, whatever follows.</summary>
    public static DigitNode Nothing { get; } = new(0, null);

    public int Value { get; } = value;

    public DigitNode After(int digit) => next is null ? this : next[digit];
}
