namespace BatchDashboard.Core.PhoneNumbers.Cells;

/// <summary>Tells the text of one number from everything else that a cell may hold.</summary>
internal static class CellSyntax
{
    /// <summary>As long as the shortest complete numbers, and longer than most groups of a spaced one.</summary>
    public const int WholeNumberDigits = 7;

    private const int MaxE164Digits = 15;

    /// <summary>Of placeholders that look like a number: <c>0.0</c>.</summary>
    private const int MaxPlaceholderDigits = 2;

    /// <param name="text">Normalised and unwrapped.</param>
    /// <param name="kept">Room for the number's characters, <see cref="DialText.MaxLength"/>.</param>
    public static CellFault? Read(ReadOnlySpan<char> text, Span<char> kept, out DialText number)
    {
        if (IsPlain(text))
        {
            number = new DialText(text);
            return null;
        }

        number = default;
        if (!CellGrammar.TryClean(text, kept, out var length))
        {
            return CellPlaceholders.Contains(text) ? CellFault.Blank
                : SpreadsheetDamage.Find(text) ?? CellDiagnosis.Explain(text);
        }

        if (length <= MaxPlaceholderDigits && CellPlaceholders.Contains(text))
            return CellFault.Blank;

        if (text.Contains('.') && SpreadsheetDamage.Find(text) is { } damage)
            return damage;

        if (length >= 2 * WholeNumberDigits && HoldsTwoWholeNumbers(text))
            return CellFault.Several;

        if (length > (kept[0] == '+' ? 1 + MaxE164Digits : DialText.MaxDigits))
            return text.Length > length ? CellFault.Several : CellFault.TooLong;

        number = new DialText(kept[..length]);
        return null;
    }

    /// <summary>Digits only, as most cells are, and more than any placeholder has.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        var digits = text is ['+', ..] ? text[1..] : text;
        return digits.Length is > 1 and <= MaxE164Digits && !digits.ContainsAnyExceptInRange('0', '9');
    }

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
