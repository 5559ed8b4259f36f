using System.Globalization;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>Holds corrected rows against the rows of the draft and collects what differs.</summary>
/// <param name="changes">Those that the draft's rows have already.</param>
internal sealed class CorrectionMerge(ReviewFile review, CorrectedColumns columns, RowOverlay? changes, int width)
{
    private readonly HashSet<int> _seen = [];
    private readonly List<string> _notes =
        [.. columns.Unknown.Select(header => $"The column '{header}' is not in your file; it was left out.")];

    public List<DraftEdit> Edits { get; } = [];

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    public int Refused { get; private set; }

    public IReadOnlyList<string> Notes => _notes;

    public void Take(SourceRow corrected)
    {
        if (corrected.Fault is { } fault)
        {
            Refuse(corrected, fault.Message);
            return;
        }

        var text = corrected.Fields[columns.Row].Trim();
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            Refuse(corrected, text.Length == 0 ? "it has no row_number." : $"'{CellExcerpt.Of(text)}' is no row number.");
        else if (review.Find(number) is not { } row)
            Refuse(corrected, $"your file has no row {number}.");
        else if (WhyOfOtherList(row, corrected.Fields) is { } why)
            Refuse(corrected, why);
        else if (!_seen.Add(number))
            Refuse(corrected, $"row {number} stands here a second time; the first counts.");
        else
            Merge(row, corrected.Fields);
    }

    /// <summary>Row numbers are the same in every list: the rejected value tells whether this is the row that was given out.</summary>
    private string? WhyOfOtherList(ReviewRow row, string[] fields)
    {
        // What a row that was changed said when it was given out is not known any more.
        if (columns.Rejected(fields) is not var (column, header, value) || changes?.Has(row.RowNumber) == true)
            return null;
        var cells = JsonText.ReadArray(row.Cells);
        var cell = column < cells.Length ? cells[column] : "";
        return RejectedValue.IsOf(cell, value) ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"it was rejected for '{CellExcerpt.Of(value)}' in '{header}', and row {row.RowNumber} of your file says '{CellExcerpt.Of(cell)}' there. " +
            $"It belongs to another list; if not, empty its rejected_value.");
    }

    private void Merge(ReviewRow row, string[] fields)
    {
        var cells = JsonText.ReadArray(row.Cells);
        var changes = columns.Cells
            .Select(column => (Column: column.To, Value: FormulaGuard.Unprotect(fields[column.From])))
            .Where(change => change.Value != (change.Column < cells.Length ? FormulaGuard.Unprotect(cells[change.Column]) : ""))
            .ToArray();
        // A record whose shape is at fault stays so until somebody has put something right in it.
        var edits = changes.Length > 0 ? DraftEdits.EditsOf(row, width, changes) : [];
        if (edits.Count > 0)
            Changed++;
        else
            Unchanged++;
        Edits.AddRange(edits);
    }

    private void Refuse(SourceRow corrected, string why)
    {
        Refused++;
        _notes.Add(string.Create(CultureInfo.InvariantCulture, $"Row {corrected.RowNumber} was not taken: {why}"));
    }
}
