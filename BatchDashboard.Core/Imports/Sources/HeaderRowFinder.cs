using System.Text.RegularExpressions;

namespace BatchDashboard.Core.Imports.Sources;

/// <summary>Finds the row that holds the headers, which need not be the first one, and need not be there.</summary>
internal static partial class HeaderRowFinder
{
    /// <param name="rows">The first rows of a file; at least one of them has a text.</param>
    /// <returns>Its row number, or 0 when there is none and the first row is data.</returns>
    public static Finding<int> Find(IReadOnlyList<HeadRecord> rows)
    {
        HeadRecord[] filled = [.. rows.Where(row => !row.IsEmpty)];
        var width = filled.CountBy(Width).MaxBy(count => (count.Value, count.Key)).Key;
        var data = Array.FindIndex(filled, row => Width(row) >= width && row.Fields.Any(LooksLikePhone));
        var above = data < 0 ? filled : filled[..data];

        foreach (var row in above)
            if (Array.Find(row.Fields, field => PhoneHeaders.Rank(field) is not null) is { } header)
                return new(row.RowNumber, $"it has a column called “{header.Trim()}”");
        if (data == 0)
            return new(0, "the first row has a phone number in it");
        return Array.Find(above, row => Width(row) >= width) is { } first && first != filled[0]
            ? new(first.RowNumber, "it is the first row with all columns")
            : new(filled[0].RowNumber, "it is the first row with text");
    }

    /// <summary>Somewhere in these rows stands what may be a phone number.</summary>
    public static bool HoldsNumbers(IEnumerable<HeadRecord> rows) => rows.Any(row => row.Fields.Any(LooksLikePhone));

    /// <summary>Up to the last field that is not empty: titles are padded with empty ones.</summary>
    private static int Width(HeadRecord row) => Array.FindLastIndex(row.Fields, field => field.Length > 0) + 1;

    private static bool LooksLikePhone(string field) =>
        field.Count(char.IsAsciiDigit) is >= 7 and <= 15 && PhoneCharacters().IsMatch(field) && !Date().IsMatch(field);

    [GeneratedRegex("""^[\s'"=+]*[\d\s()+./\u2010-\u2015\u00A0-]+["]?\s*\z""", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneCharacters();

    [GeneratedRegex(@"^\s*(\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
