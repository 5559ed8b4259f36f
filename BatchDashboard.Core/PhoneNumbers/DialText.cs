namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>A cell that passed the syntax gate: an optional plus and 1 to 19 ASCII digits, nothing else.</summary>
internal readonly record struct DialText(string Text)
{
    public bool HasPlus => Text[0] == '+';

    public ReadOnlySpan<char> Digits => Text.AsSpan(HasPlus ? 1 : 0);
}
