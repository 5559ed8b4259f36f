using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.NewBatch.Recipients;

/// <summary>How many rows a file has, as far as its first ones tell.</summary>
internal static class RowCount
{
    public static string Of(DraftSource source, SourcePreview preview)
    {
        if (preview.Rows.Count < ImportSource.PreviewRows)
            return Counted.Of(preview.Rows.Count, "row");
        // A workbook is packed: its size says nothing.
        return source.Format.Kind == SourceKind.Workbook
            ? $"more than {Counted.Of(preview.Rows.Count, "row")}"
            : $"about {Counted.Of(Rounded(Guess(source, preview)), "row")}";
    }

    /// <summary>Judged by the length of the first rows.</summary>
    private static long Guess(DraftSource source, SourcePreview preview)
    {
        var text = preview.Rows.Sum(row => row.Fields.Sum(field => field.Length + 1L));
        return source.Size * preview.Rows.Count / Math.Max(1, text);
    }

    private static long Rounded(long number)
    {
        var unit = 1L;
        while (number / unit >= 100)
            unit *= 10;
        return (number + (unit / 2)) / unit * unit;
    }
}
