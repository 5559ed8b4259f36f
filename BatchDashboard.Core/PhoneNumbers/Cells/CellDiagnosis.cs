using System.Buffers;

namespace BatchDashboard.Core.PhoneNumbers.Cells;

/// <summary>Says why a text that is no number is none, so that the operator knows what to mend.</summary>
internal static class CellDiagnosis
{
    private const int HeadDigits = 5;
    private const int MaxExtensionDigits = 6;
    private const char DirectionOverride = '\u202E';

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789 -.()");
    private static readonly SearchValues<char> NumberStarts = SearchValues.Create("+0123456789");
    private static readonly SearchValues<char> Separators = SearchValues.Create("/;|&, \t\r\n\v\f");

    /// <summary>Longer words first: each is tried as a prefix.</summary>
    private static readonly string[] ExtensionMarks =
    [
        ";ext=", "extension", "extn", "ext", "anexo", "ramal", "доб", "int", "x", "#", ",", "p", "w", "*",
    ];

    /// <summary>None of one letter, which may be a slip for a digit.</summary>
    private static readonly string[] Joiners = ["or", "and", "oder", "und", "ou", "et"];

    /// <param name="text">Normalised and unwrapped, and not of the grammar of a number.</param>
    public static CellFault Explain(ReadOnlySpan<char> text)
    {
        if (text.Contains(DirectionOverride))
            return CellFault.DirectionOverride;

        if (HasExtension(text))
            return CellFault.Extension;

        if (HasSeveral(text))
            return CellFault.Several;

        if (text[0] == '-')
            return CellFault.Minus;

        return ContainsLetter(text) ? CellFault.Letters : CellFault.Characters;
    }

    private static bool HasExtension(ReadOnlySpan<char> text)
    {
        var head = text is ['+', ..] ? 1 : 0;
        var end = text[head..].IndexOfAnyExcept(NumberCharacters);
        if (end < 0 || CountDigits(text[..(head + end)]) < HeadDigits)
            return false;

        var tail = text[(head + end)..];
        foreach (var mark in ExtensionMarks)
        {
            if (tail.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
                return IsExtensionNumber(tail[mark.Length..]);
        }

        return false;
    }

    private static bool IsExtensionNumber(ReadOnlySpan<char> text)
    {
        var digits = text.Trim(" .:,=").TrimEnd('#');
        return digits.Length is > 0 and <= MaxExtensionDigits && CountDigits(digits) == digits.Length;
    }

    /// <summary>Two stretches long enough for a number, or digits on both sides of nothing but separators.</summary>
    private static bool HasSeveral(ReadOnlySpan<char> text)
    {
        int stretches = 0, whole = 0;
        var onlySeparators = true;
        while (!text.IsEmpty)
        {
            var digits = CountDigits(TakeStretch(ref text));
            stretches += digits > 0 ? 1 : 0;
            whole += digits >= CellSyntax.WholeNumberDigits ? 1 : 0;
            onlySeparators &= IsSeparator(TakeBetween(ref text));
        }

        return whole > 1 || (stretches > 1 && onlySeparators);
    }

    private static ReadOnlySpan<char> TakeStretch(ref ReadOnlySpan<char> text)
    {
        var start = text is ['+', ..] ? 1 : 0;
        var end = text[start..].IndexOfAnyExcept(NumberCharacters);
        return Take(ref text, end < 0 ? text.Length : start + end);
    }

    private static ReadOnlySpan<char> TakeBetween(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(NumberStarts);
        return Take(ref text, end < 0 ? text.Length : end);
    }

    private static ReadOnlySpan<char> Take(ref ReadOnlySpan<char> text, int length)
    {
        var taken = text[..length];
        text = text[length..];
        return taken;
    }

    private static bool IsSeparator(ReadOnlySpan<char> between)
    {
        var mark = between.Trim(" -.()");
        if (mark.IndexOfAnyExcept(Separators) < 0)
            return true;

        foreach (var joiner in Joiners)
        {
            if (mark.Equals(joiner, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool ContainsLetter(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsLetter(character))
                return true;
        }

        return false;
    }

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var character in text)
            count += char.IsAsciiDigit(character) ? 1 : 0;

        return count;
    }
}
