using System.Globalization;
using System.Text;

namespace BatchDashboard.Web.Shared;

/// <summary>Text of others with nothing hidden in it.</summary>
internal static class VisibleText
{
    /// <summary>Control characters and marks that turn the direction of writing stand as <c>[U+202E]</c>.</summary>
    public static string Of(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format)
                visible.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
            else
                visible.Append(rune.ToString());
        }

        return visible.ToString();
    }
}
