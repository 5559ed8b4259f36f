using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Imports.Workbooks;

/// <summary>Finds the sheet of a workbook that holds the recipients, and its header row.</summary>
internal static class WorkbookDetector
{
    /// <summary>Where a list is looked for; whoever keeps it further behind says so.</summary>
    private const int SheetsLookedAt = 10;

    private const int RowsLookedAt = 1_000;
    private const int BytesLookedAt = 16 * 1024 * 1024;

    /// <param name="sheet">The one that people have chosen; null: it is to be found.</param>
    public static Result<SourceDetection> Detect(string path, string? sheet = null)
    {
        try
        {
            using var workbook = Workbook.Open(path);
            return Detect(workbook, sheet);
        }
        catch (SourceUnreadableException unreadable)
        {
            return unreadable.Error;
        }
    }

    private static Result<SourceDetection> Detect(Workbook workbook, string? chosen)
    {
        var sheets = workbook.Sheets.Where(sheet => chosen is null || sheet.Name == chosen).ToLookup(sheet => sheet.IsVisible);
        if ((Best(workbook, sheets[true]) ?? Best(workbook, sheets[false])) is not var (sheet, rows, reason))
            return SourceErrors.NoRecipients();
        var header = HeaderRowFinder.Find(rows);
        return new SourceDetection(
            new SourceFormat(HeaderRow: header.Value, Kind: SourceKind.Workbook, Sheet: sheet.Name),
            new FormatReasons(header.Reason, Sheet: workbook.Sheets.Count == 1 ? "it is the only sheet" : reason),
            EncodingIsGuess: false,
            [.. workbook.Sheets.Select(each => each.Name)]);
    }

    /// <summary>A cover or an instruction often stands in front of the list.</summary>
    private static (WorkbookSheet Sheet, List<HeadRecord> Rows, string Reason)? Best(Workbook workbook, IEnumerable<WorkbookSheet> sheets)
    {
        (WorkbookSheet Sheet, List<HeadRecord> Rows, string Reason)? best = null;
        foreach (var sheet in sheets.Take(SheetsLookedAt))
        {
            var rows = Head(workbook, sheet);
            if (rows.Count == 0)
                continue;
            var isFirst = best is null;
            var first = sheet.IsVisible ? "it is the first sheet with cells in it" : "only hidden sheets have cells in them";
            // The sheets behind it may be broken, or as long as they like.
            if (HeaderRowFinder.HoldsNumbers(rows))
                return (sheet, rows, isFirst ? first : "it is the first sheet with phone numbers in it");
            if (isFirst || (best!.Value.Rows.Count == 1 && rows.Count > 1))
                best = (sheet, rows, isFirst ? first : "it is the first sheet with several rows");
        }

        return best;
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
}
