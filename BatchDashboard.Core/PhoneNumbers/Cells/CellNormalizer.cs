using System.Globalization;

namespace BatchDashboard.Core.PhoneNumbers.Cells;

/// <summary>Brings the many characters in use for digits, dashes and spaces to ASCII.</summary>
internal static class CellNormalizer
{
    private const int FullWidthOffset = '！' - '!';

    /// <summary>Writes the normalised text, never longer than <paramref name="cell"/>.</summary>
    /// <param name="changed">A character was replaced or removed; blanks at the ends do not count.</param>
    public static ReadOnlySpan<char> Normalize(ReadOnlySpan<char> cell, Span<char> buffer, out bool changed)
    {
        changed = false;
        var length = 0;
        foreach (var character in cell)
        {
            if (IsInvisible(character))
            {
                changed = true;
                continue;
            }

            var plain = char.IsAscii(character) ? character : ToAscii(character);
            changed |= plain != character;
            buffer[length++] = plain;
        }

        return buffer[..length].Trim();
    }

    /// <summary>Shows nothing; right-to-left override does: it turns the digits around.</summary>
    private static bool IsInvisible(char character) => character is
        '\u00AD' or '\u061C' or '\uFEFF'
        or (>= '\u200B' and <= '\u200F')
        or (>= '\u202A' and <= '\u202D')
        or (>= '\u2060' and <= '\u2064')
        or (>= '\u2066' and <= '\u2069');

    private static char ToAscii(char character) => character switch
    {
        >= '！' and <= '～' => (char)(character - FullWidthOffset),
        >= '\u2010' and <= '\u2015' or '\u2212' or '\u30FC' or '\uFE58' or '\uFE63' => '-',
        '\u0085' or '\u2028' or '\u2029' => '\n',
        _ => CharUnicodeInfo.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.DecimalDigitNumber => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(character)),
            _ => character,
        },
    };
}
