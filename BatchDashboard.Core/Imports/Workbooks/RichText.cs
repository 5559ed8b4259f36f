using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Imports.Workbooks;

/// <summary>Reads a text of a workbook, which may stand in several runs of different looks.</summary>
internal static partial class RichText
{
    /// <summary>One more than a cell may have, so that a longer one is still seen to be too long.</summary>
    public const int MaxCharacters = ImportSource.MaxCellCharacters + 1;

    /// <param name="element">The element that the part stands on; afterwards the part stands on its end.</param>
    /// <param name="text">A buffer.</param>
    public static string Read(XmlPart part, string element, StringBuilder text)
    {
        text.Clear();
        var isPhonetic = false;
        while (!part.IsEmptyOf(element) && part.Read() && !part.IsEndOf(element))
        {
            // How the text is pronounced stands beside it.
            if (part.IsStartOf("rPh"))
                isPhonetic = true;
            else if (part.IsEndOf("rPh"))
                isPhonetic = false;
            else if (part.IsStartOf("t") && !isPhonetic)
                part.AppendText(text, MaxCharacters);
        }

        return Unescape(text.ToString());
    }

    /// <summary>Characters that XML cannot hold are written <c>_x000D_</c>.</summary>
    public static string Unescape(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? Escape().Replace(text, Unescape) : text;

    private static string Unescape(Match escape) =>
        ((char)ushort.Parse(escape.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
