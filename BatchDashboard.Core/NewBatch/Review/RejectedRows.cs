using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports;

namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>The rows of a draft that would not be called, as a file to correct and give back.</summary>
public sealed class RejectedRows(ReviewFiles reviews)
{
    private const int PageSize = 500;

    /// <summary>Rows that the operator has dropped are left out: that was meant so.</summary>
    public Task WriteAsync(BatchDraft draft, Stream destination, CancellationToken cancellationToken)
    {
        var headers = draft.Source!.Headers;
        var rows = PagesOf(draft.Id).SelectMany(page => page).Select(row => (row.RowNumber, ProblemOf(row, headers)));
        return SkippedRowsCsv.WriteAsync(
            destination, headers, rows.ToAsyncEnumerable(), CsvStyle.ForPeople(draft.Source.Format), cancellationToken);
    }

    private static RowProblem ProblemOf(ReviewRow row, IReadOnlyList<string> headers)
    {
        var cells = JsonText.ReadArray(row.Cells);
        var hasCell = row.Column >= 0 && row.Column < cells.Length;
        return new(
            row.Code, row.Column < 0 ? "" : headers[row.Column], hasCell ? CellExcerpt.Of(cells[row.Column]) : null, row.Message, row.Cells);
    }

    // A reader that keeps a page open keeps the operator from changing a row for as long as a download takes.
    private IEnumerable<List<ReviewRow>> PagesOf(Guid draft)
    {
        var behind = 0;
        while (true)
        {
            using var file = reviews.Open(draft);
            if (file?.Rejected(behind, PageSize) is not [.., var last] page)
                yield break;
            behind = last.RowNumber;
            yield return page;
        }
    }
}
