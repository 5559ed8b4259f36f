using System.Text.RegularExpressions;

namespace BatchDashboard.Core.Imports.Sources;

/// <summary>Finds out which quotes stand around values.</summary>
internal static partial class QuoteDetector
{
    public static Finding<char> Detect(string text)
    {
        if (DoubleQuoted().IsMatch(text))
            return new('"', "values stand in double quotes");

        string[] lines = [.. text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))];
        // An apostrophe alone keeps spreadsheets from calculating; it is no quote.
        return lines.Length > 0 && lines.Count(SingleQuoted().IsMatch) * 2 >= lines.Length
            ? new('\'', "most rows have values in single quotes")
            : new('"', "no value stands in quotes");
    }

    [GeneratedRegex("""(^|[,;\t|\r\n])"[^"\r\n]""", RegexOptions.CultureInvariant)]
    private static partial Regex DoubleQuoted();

    [GeneratedRegex(@"(^|[,;\t|\r])'[^'\r]*'([,;\t|\r]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex SingleQuoted();
}
