using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BatchDashboard.Core.Imports;

/// <summary>Turns the headers of a file into names that can stand as <c>{{variables}}</c> in a prompt.</summary>
public static partial class HeaderNames
{
    private const string RequestDataPrefix = "request_data.";

    /// <summary>Letters of any script, digits and underscores, not starting with a digit.</summary>
    public static bool IsClean(string name) => CleanName().IsMatch(name);

    /// <param name="index">Position of the column from 0, which names a column that has no name.</param>
    public static string Clean(string header, int index)
    {
        var text = Normalize(header, NormalizationForm.FormC);
        if (text.StartsWith(RequestDataPrefix, StringComparison.OrdinalIgnoreCase))
            text = text[RequestDataPrefix.Length..];

        if (IsClean(text))
            return text;

        var name = Unusable().Replace(text, "_").Trim('_');
        if (name.Length == 0)
            return Unnamed(index);
        return IsClean(name) ? name : "_" + name;
    }

    /// <summary>One clean name per header, each only once: the second of the same name ends with <c>_2</c>.</summary>
    public static IReadOnlyList<string> CleanAll(IReadOnlyList<string> headers)
    {
        string[] names = [.. headers.Select(Clean)];
        var taken = new HashSet<string>(names, StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < names.Length; index++)
            if (!seen.Add(names[index]))
                names[index] = FreeName(names[index], taken);
        return names;
    }

    internal static string Unnamed(int index) => $"column_{(index + 1).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Without white space and invisible marks at the ends.</summary>
    internal static string Trim(string header) => header.Trim().Trim('\uFEFF', '\u200B').Trim();

    /// <summary>Trimmed; what is no text to the normalisation, such as half a character, becomes U+FFFD first.</summary>
    internal static string Normalize(string header, NormalizationForm form) =>
        string.Concat(Trim(header).EnumerateRunes()).Replace('\uFFFE', '\uFFFD').Normalize(form);

    /// <summary>The name, or the next free one after it; from then on it is taken.</summary>
    internal static string TakeFree(string name, HashSet<string> taken) =>
        taken.Add(name) ? name : FreeName(name, taken);

    private static string FreeName(string name, HashSet<string> taken)
    {
        for (var number = 2; ; number++)
        {
            var candidate = $"{name}_{number.ToString(CultureInfo.InvariantCulture)}";
            if (taken.Add(candidate))
                return candidate;
        }
    }

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{M}\p{Nd}_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex CleanName();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{Nd}_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Unusable();
}
