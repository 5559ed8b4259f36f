using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.NewBatch;

/// <summary>What was found out about a file, in words for people.</summary>
internal static class FormatWords
{
    public static string Encoding(SourceFormat format) => format.Encoding.ToUpperInvariant() switch
    {
        "WINDOWS-1252" => "Windows-1252",
        var name => name,
    };

    public static string Delimiter(SourceFormat format) => format.Delimiter switch
    {
        ',' => "commas",
        ';' => "semicolons",
        '\t' => "tabs",
        '|' => "vertical bars",
        var other => $"“{other}”",
    };

    public static string Header(SourceFormat format) =>
        format.HeaderRow == 0 ? "No header: the first row is data" : $"Header in row {format.HeaderRow}";

    /// <summary>Exact when the whole file was looked at, otherwise judged by the length of its first rows.</summary>
    public static string Rows(DraftSource source, SourcePreview preview)
    {
        if (preview.Rows.Count < ImportSource.PreviewRows)
            return Counted.Of(preview.Rows.Count, "row");
        var text = preview.Rows.Sum(row => row.Fields.Sum(field => field.Length + 1L));
        var guess = source.Size * preview.Rows.Count / Math.Max(1, text);
        return $"about {Counted.Number(Rounded(guess))} rows";
    }

    private static long Rounded(long number)
    {
        var unit = 1L;
        while (number / unit >= 100)
            unit *= 10;
        return (number + (unit / 2)) / unit * unit;
    }
}
