using System.Globalization;
using System.Text;

namespace BatchDashboard.Core.PhoneNumbers.Cells;

/// <summary>Quotes a stranger's text in a message: short, with whatever hides or reorders it made visible.</summary>
internal static class CellQuote
{
    private const int MaxLength = 60;

    public static string Of(string cell)
    {
        if (cell.Length < MaxLength && !cell.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return $"“{cell}”";

        var quote = new StringBuilder(MaxLength + 2).Append('“');
        foreach (var rune in cell.EnumerateRunes())
        {
            var shown = Show(rune);
            if (quote.Length + shown.Length > MaxLength)
                return quote.Append("…”").ToString();

            quote.Append(shown);
        }

        return quote.Append('”').ToString();
    }

    private static string Show(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.SpaceSeparator when rune.Value == ' ' => " ",
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => Escape(rune),
        _ => rune.ToString(),
    };

    private static string Escape(Rune rune) => rune.Value switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => $"\\u{rune.Value:X4}",
    };
}
