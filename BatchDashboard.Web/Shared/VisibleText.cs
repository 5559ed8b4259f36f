using System.Globalization;
using System.Text;

namespace BatchDashboard.Web.Shared;

/// <summary>Text of others with nothing hidden in it.</summary>
internal static class VisibleText
{
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>
    /// Line breaks and tabs stand as signs; other control characters, and marks that turn the direction of writing, as
    /// <c>[U+202E]</c>.
    /// </summary>
    public static string Of(string text)
    {
        var visible = new StringBuilder(text.Length);
        Rune last = default;
        foreach (var rune in text.EnumerateRunes())
        {
            visible.Append((rune.Value, last.Value) switch
            {
                ('\n', '\r') => "",
                ('\r' or '\n', _) => "↵",
                ('\t', _) => "⇥",
                (ZeroWidthJoiner, _) when IsPartOfEmoji(last) => rune.ToString(),
                _ => IsHidden(rune) ? string.Create(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]") : rune.ToString(),
            });
            last = rune;
        }

        return visible.ToString();
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;

    /// <summary>A symbol, a colour of its skin, or the mark behind it that makes it a picture: what is joined makes one picture.</summary>
    private static bool IsPartOfEmoji(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol || rune.Value == 0xFE0F;
}
