using BatchDashboard.Core.Imports;

namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>One cell with a new value, or a whole row that is dropped.</summary>
/// <param name="Column">Position of the cell; <see cref="RowOverlay.WholeRow"/> for the row.</param>
/// <param name="Value">Null drops the row.</param>
/// <param name="Before">What the cell said before this step, "" for a row; null: only reading the file again tells.</param>
public readonly record struct DraftEdit(int Row, int Column, string? Value, string? Before)
{
    public bool IsDrop => Column == RowOverlay.WholeRow;
}
