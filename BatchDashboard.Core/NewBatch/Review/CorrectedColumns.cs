using BatchDashboard.Core.Imports;

namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>Which columns of a file of corrected rows are which of the draft's file, by their headers.</summary>
internal sealed class CorrectedColumns
{
    private const string RowNumber = "row_number";

    private const string ErrorColumn = "error_column";
    private const string RejectedValue = "rejected_value";

    private readonly IReadOnlyList<string> _original;
    private readonly IReadOnlyDictionary<string, int> _problem;

    private CorrectedColumns(
        int row, (int From, int To)[] cells, string[] unknown, IReadOnlyList<string> original, IReadOnlyDictionary<string, int> problem) =>
        (Row, Cells, Unknown, _original, _problem) = (row, cells, unknown, original, problem);

    /// <summary>Position of the row numbers.</summary>
    public int Row { get; }

    public IReadOnlyList<(int From, int To)> Cells { get; }

    /// <summary>Headers that the draft's file does not have.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>For which value, in which column of the draft's file, a row was rejected; null when the file does not tell.</summary>
    public (int Column, string Header, string Value)? Rejected(string[] fields)
    {
        if (!_problem.TryGetValue(ErrorColumn, out var at) || !_problem.TryGetValue(RejectedValue, out var value))
            return null;
        var column = _original.Index().Where(header => Is(header.Item, fields[at])).Select(header => header.Index).DefaultIfEmpty(-1).First();
        return column >= 0 && fields[value].Length > 0 ? (column, _original[column], FormulaGuard.Unprotect(fields[value])) : null;
    }

    public static Result<CorrectedColumns> Match(IReadOnlyList<string> corrected, IReadOnlyList<string> original)
    {
        // Behind the file's own columns, where the download has put it: a column of the file may have the same name.
        var row = corrected.Index().Where(header => Is(header.Item, RowNumber)).Select(header => header.Index).DefaultIfEmpty(-1).Last();
        if (row < 0)
            return DraftErrors.NoRowNumbers();
        var free = original.Index().ToList();
        List<(int, int)> cells = [];
        List<string> unknown = [];
        Dictionary<string, int> problem = [];
        foreach (var (from, header) in corrected.Index().Where(header => header.Index != row))
        {
            var match = free.FindIndex(column => Is(column.Item, header));
            if (match >= 0)
            {
                cells.Add((from, free[match].Index));
                free.RemoveAt(match);
            }
            else if (SkippedRowsCsv.ProblemHeaders.Contains(header))
            {
                problem[header] = from;
            }
            else
            {
                unknown.Add(header);
            }
        }

        return cells.Count == 0 ? DraftErrors.NoKnownColumns() : new CorrectedColumns(row, [.. cells], [.. unknown], original, problem);
    }

    private static bool Is(string header, string other) =>
        string.Equals(FormulaGuard.Unprotect(header).Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
