using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch.Review;

namespace BatchDashboard.Web.NewBatch.Review;

/// <summary>A row of the review at its place in the list.</summary>
/// <param name="Position">Among the rows that are shown, from 0.</param>
public sealed record GridRow(int Position, ReviewRow Row)
{
    public const int LongestCell = 200;

    private readonly string[] _cells = JsonText.ReadArray(Row.Cells);

    /// <summary>A row may have fewer cells than the file has columns.</summary>
    public string CellAt(int column) => column < _cells.Length ? _cells[column] : "";
}
