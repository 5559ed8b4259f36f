using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BatchDashboard.Core.Imports.Columns;

/// <summary>A header as it is compared: by its words, without letter case, accents and punctuation.</summary>
internal sealed partial class HeaderKey
{
    private const string Prefix = "request_data.";

    private readonly string _sorted;

    private HeaderKey(string[] words)
    {
        (Words, Text) = (words, string.Concat(words));
        _sorted = string.Join(' ', words.Order(StringComparer.Ordinal));
    }

    public IReadOnlyList<string> Words { get; }

    /// <summary>The words without anything between them.</summary>
    public string Text { get; }

    public static HeaderKey Of(string header)
    {
        var text = HeaderNames.Normalize(header, NormalizationForm.FormKC);
        if (text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            text = text[Prefix.Length..];
        var parts = WordStart().Replace(text, " ").ToLowerInvariant().Normalize(NormalizationForm.FormD);
        var letters = string.Concat(parts.Where(c => !IsMark(c))).Normalize(NormalizationForm.FormC);
        return new HeaderKey([.. Word().Matches(letters).Select(word => word.Value)]);
    }

    public bool HasSameWordsAs(HeaderKey other) => _sorted == other._sorted;

    // Accents; the vowel signs of other scripts are marks as well, and go from both sides of a comparison.
    private static bool IsMark(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    /// <summary>Where camelCase and digits start a word.</summary>
    [GeneratedRegex(@"(?<=[\p{Ll}\p{Nd}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{Nd})", RegexOptions.CultureInvariant)]
    private static partial Regex WordStart();

    [GeneratedRegex(@"[\p{L}\p{Mc}\p{Nd}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
