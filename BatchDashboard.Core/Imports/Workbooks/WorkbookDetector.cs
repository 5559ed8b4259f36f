using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Imports.Workbooks;

/// <summary>Finds the sheet of a workbook that holds the recipients, and its header row.</summary>
internal static class WorkbookDetector
{
    /// <summary>Where a list is looked for; whoever keeps it further behind says so.</summary>
    private const int SheetsLookedAt = 10;

    private const int RowsLookedAt = 1_000;
    private const int BytesLookedAt = 16 * 1024 * 1024;

    public static Result<SourceDetection> Detect(string path)
    {
        try
        {
            using var workbook = Workbook.Open(path);
            return Detect(workbook);
        }
        catch (SourceUnreadableException unreadable)
        {
            return unreadable.Error;
        }
    }

    private static Result<SourceDetection> Detect(Workbook workbook)
    {
        var visible = workbook.Sheets.Where(sheet => sheet.IsVisible);
        foreach (var sheet in visible.Concat(workbook.Sheets.Where(sheet => !sheet.IsVisible)).Take(SheetsLookedAt))
        {
            var rows = Head(workbook, sheet);
            if (rows.Count == 0)
                continue;

            var header = HeaderRowFinder.Find(rows);
            return new SourceDetection(
                new SourceFormat(HeaderRow: header.Value, Kind: SourceKind.Workbook, Sheet: sheet.Name),
                new FormatReasons(header.Reason, Sheet: Reason(workbook, sheet)),
                EncodingIsGuess: false,
                [.. workbook.Sheets.Select(each => each.Name)]);
        }

        return SourceErrors.NoRecipients();
    }

    private static List<HeadRecord> Head(Workbook workbook, WorkbookSheet sheet)
    {
        using var rows = workbook.Read(sheet, BytesLookedAt);
        List<HeadRecord> head = [];
        for (var looked = 0; looked < RowsLookedAt && head.Count < HeadRecord.Enough; looked++)
        {
            if (rows.Read() is not { } row)
                break;
            if (row.Fields.Length > 0)
                head.Add(new HeadRecord(row.RowNumber, row.Fields));
        }

        return head;
    }

    private static string Reason(Workbook workbook, WorkbookSheet sheet) => workbook.Sheets.Count == 1
        ? "it is the only sheet"
        : sheet.IsVisible ? "it is the first sheet with cells in it" : "only hidden sheets have cells in them";
}
