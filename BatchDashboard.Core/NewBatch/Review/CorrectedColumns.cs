using BatchDashboard.Core.Imports;

namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>Which columns of a file of corrected rows are which of the draft's file, by their headers.</summary>
internal sealed class CorrectedColumns
{
    private const string RowNumber = "row_number";

    private CorrectedColumns(int row, (int From, int To)[] cells, string[] unknown) => (Row, Cells, Unknown) = (row, cells, unknown);

    /// <summary>Position of the row numbers.</summary>
    public int Row { get; }

    public IReadOnlyList<(int From, int To)> Cells { get; }

    /// <summary>Headers that the draft's file does not have.</summary>
    public IReadOnlyList<string> Unknown { get; }

    public static Result<CorrectedColumns> Match(IReadOnlyList<string> corrected, IReadOnlyList<string> original)
    {
        // Behind the file's own columns, where the download has put it: a column of the file may have the same name.
        var row = corrected.Index().Where(header => Is(header.Item, RowNumber)).Select(header => header.Index).DefaultIfEmpty(-1).Last();
        if (row < 0)
            return DraftErrors.NoRowNumbers();
        var free = original.Index().ToList();
        List<(int, int)> cells = [];
        List<string> unknown = [];
        foreach (var (from, header) in corrected.Index().Where(header => header.Index != row))
        {
            var match = free.FindIndex(column => Is(column.Item, header));
            if (match >= 0)
            {
                cells.Add((from, free[match].Index));
                free.RemoveAt(match);
            }
            else if (!SkippedRowsCsv.ProblemHeaders.Contains(header))
            {
                unknown.Add(header);
            }
        }

        return cells.Count == 0 ? DraftErrors.NoKnownColumns() : new CorrectedColumns(row, [.. cells], [.. unknown]);
    }

    private static bool Is(string header, string other) =>
        string.Equals(FormulaGuard.Unprotect(header).Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
