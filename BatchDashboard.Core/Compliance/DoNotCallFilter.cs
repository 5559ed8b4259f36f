namespace BatchDashboard.Core.Compliance;

/// <summary>Which entries of the do-not-call list are shown.</summary>
/// <param name="Text">A part of the number or of the reason.</param>
/// <param name="Source">Null: every source.</param>
/// <param name="Expired">Null: whether or not they block anything.</param>
public sealed record DoNotCallFilter(string? Text = null, DoNotCallSource? Source = null, bool? Expired = null)
{
    private const string Punctuation = "+-().,/ ";

    public static readonly DoNotCallFilter All = new();

    /// <summary>
    /// The digits by which a number is found, in whatever spelling, national ones with their leading zero included; null
    /// when the text is no part of a number.
    /// </summary>
    internal string? Digits =>
        Text is not null && Text.All(c => char.IsAsciiDigit(c) || Punctuation.Contains(c, StringComparison.Ordinal))
            && string.Concat(Text.Where(char.IsAsciiDigit)).TrimStart('0') is { Length: > 0 } digits
                ? digits
                : null;
}
