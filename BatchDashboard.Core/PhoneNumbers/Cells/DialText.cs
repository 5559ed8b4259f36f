namespace BatchDashboard.Core.PhoneNumbers.Cells;

/// <summary>A cell that passed the syntax gate: an optional plus and 1 to 19 ASCII digits, nothing else.</summary>
internal readonly ref struct DialText
{
    public const int MaxDigits = 19;

    /// <summary>One more than any text has: with a plus, there are fewer digits.</summary>
    public const int MaxLength = 1 + MaxDigits;

    public DialText(ReadOnlySpan<char> text)
    {
        HasPlus = text[0] == '+';
        Digits = HasPlus ? text[1..] : text;
    }

    public bool HasPlus { get; private init; }

    public ReadOnlySpan<char> Digits { get; private init; }

    public DialText WithPlus() => this with { HasPlus = true };

    public override string ToString() => HasPlus ? $"+{Digits}" : Digits.ToString();
}
