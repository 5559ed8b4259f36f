namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>The strict grammar of one number: a plus, digits, and spaces, dashes, dots and brackets between.</summary>
internal static class CellSyntax
{
    /// <summary>As long as the shortest complete numbers, and longer than most groups of a spaced one.</summary>
    public const int WholeNumberDigits = 7;

    private const int MaxE164Digits = 15;

    /// <param name="text">Normalised and unwrapped.</param>
    /// <param name="kept">Room for the number's characters, <see cref="DialText.MaxLength"/>.</param>
    public static CellFault? Read(ReadOnlySpan<char> text, Span<char> kept, out DialText number)
    {
        number = default;
        if (CellPlaceholders.Contains(text))
            return CellFault.Blank;

        if (SpreadsheetDamage.Find(text) is { } damage)
            return damage;

        if (!TryClean(text, kept, out var length))
            return CellDiagnosis.Explain(text);

        if (HoldsTwoWholeNumbers(text))
            return CellFault.Several;

        if (length > (kept[0] == '+' ? 1 + MaxE164Digits : DialText.MaxDigits))
            return text.Length > length ? CellFault.Several : CellFault.TooLong;

        number = new DialText(kept[..length]);
        return null;
    }

    /// <param name="length">What a longer buffer would keep.</param>
    private static bool TryClean(ReadOnlySpan<char> text, Span<char> kept, out int length)
    {
        length = 0;
        var open = false;
        var previous = '\0';
        foreach (var character in text)
        {
            if (!Follows(character, previous, open, isFirst: length == 0))
                return false;

            if (char.IsAsciiDigit(character) || character == '+')
            {
                if (length < kept.Length)
                    kept[length] = character;

                length++;
            }

            open = character is '(' || (open && character is not ')');
            previous = character == ' ' ? previous : character;
        }

        return !open && (char.IsAsciiDigit(previous) || previous == ')');
    }

    /// <param name="previous">The character before, spaces apart.</param>
    /// <param name="open">Inside brackets.</param>
    /// <param name="isFirst">No plus and no digit yet.</param>
    private static bool Follows(char character, char previous, bool open, bool isFirst) => character switch
    {
        >= '0' and <= '9' or ' ' => true,
        '+' => isFirst,
        '(' => !open && previous != '+',
        ')' => open && char.IsAsciiDigit(previous),
        '-' or '.' => char.IsAsciiDigit(previous) || previous == ')',
        _ => false,
    };

    /// <summary>Two runs of seven digits and more, parted by anything, or two such words parted by a space.</summary>
    private static bool HoldsTwoWholeNumbers(ReadOnlySpan<char> text)
    {
        int run = 0, runs = 0, word = 0, words = 0;
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character))
            {
                runs += ++run == WholeNumberDigits ? 1 : 0;
                words += ++word == WholeNumberDigits ? 1 : 0;
                continue;
            }

            run = 0;
            word = character == ' ' ? 0 : word;
        }

        return runs > 1 || words > 1;
    }
}
