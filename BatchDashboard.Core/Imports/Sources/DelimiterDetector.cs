using System.Globalization;

namespace BatchDashboard.Core.Imports.Sources;

/// <summary>Finds the delimiter that cuts most rows of a text into the same number of fields.</summary>
internal static class DelimiterDetector
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    public static Finding<char> Detect(string text, char quote, bool isWhole)
    {
        var firstLine = text.AsSpan(0, Math.Max(0, text.AsSpan().IndexOfAny('\r', '\n')));
        if (SeparatorHint.Find(firstLine) is { } hint)
            return new(hint, "the first line says so");

        var best = (Delimiter: ',', Share: 0.0, Columns: 1);
        foreach (var delimiter in Delimiters)
        {
            var (columns, share) = Cut(text, delimiter, quote, isWhole);
            if (columns > 1 && (share > best.Share || (share == best.Share && columns > best.Columns)))
                best = (delimiter, share, columns);
        }

        return new(best.Delimiter, Reason(best.Share, best.Columns));
    }

    private static (int Columns, double Share) Cut(string text, char delimiter, char quote, bool isWhole)
    {
        int[] widths =
        [
            .. HeadRecord.Read(text, delimiter, quote, isWhole)
                .Where(record => !record.IsBlank)
                .Select(record => record.Fields.Length),
        ];
        var columns = widths.CountBy(width => width)
            .OrderByDescending(width => width.Value).ThenByDescending(width => width.Key)
            .Select(width => width.Key).FirstOrDefault();
        // One stray row must not outweigh a delimiter that cuts finer.
        return (columns, Math.Round((double)widths.Count(width => width == columns) / Math.Max(1, widths.Length), 1));
    }

    private static string Reason(double share, int columns) => (share, columns) switch
    {
        (_, 1) => "there is only one column",
        (1, _) => $"every row has {Number(columns)} columns with it",
        _ => $"most rows have {Number(columns)} columns with it",
    };

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
