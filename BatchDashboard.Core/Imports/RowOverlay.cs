using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Imports;

/// <summary>What was changed about the rows of a source, laid over each row before it is read; the source stays as it is.</summary>
/// <remarks>Made once per run by <see cref="RowOverlayBuilder"/>; any number of threads may ask it.</remarks>
public sealed class RowOverlay
{
    /// <summary>Stands for a column where a change is about the whole row: without a value it drops the row.</summary>
    public const int WholeRow = -1;

    private readonly int[] _rows;
    private readonly int[] _starts;
    private readonly int[] _columns;
    private readonly int[] _ends;
    private readonly byte[] _text;

    /// <param name="rows">Numbers of the changed rows, ascending.</param>
    /// <param name="starts">Where the changes of each row start, and one more for the end of all.</param>
    /// <param name="columns">One per change, ascending within a row.</param>
    /// <param name="ends">Where the text of each change ends.</param>
    internal RowOverlay(int[] rows, int[] starts, int[] columns, int[] ends, byte[] text) =>
        (_rows, _starts, _columns, _ends, _text) = (rows, starts, columns, ends, text);

    /// <param name="width">How many columns the source has.</param>
    public SourceRow Apply(SourceRow row, int width)
    {
        var index = Array.BinarySearch(_rows, row.RowNumber);
        return index < 0 ? row : Change(row, width, _starts[index], _starts[index + 1]);
    }

    /// <summary>The row was changed.</summary>
    public bool Has(int rowNumber) => Array.BinarySearch(_rows, rowNumber) >= 0;

    private SourceRow Change(SourceRow row, int width, int from, int to)
    {
        var isDropped = _columns[from] == WholeRow;
        if (isDropped)
            from++;
        // All cells are given: whatever shape the row had, this is it now.
        var isWhole = to - from == width;
        var fields = isWhole ? new string[width] : [.. row.Fields];
        for (var change = from; change < to; change++)
            if (_columns[change] < fields.Length)
                fields[_columns[change]] = TextOf(change);
        return new SourceRow(row.RowNumber, fields, isDropped ? RowFaults.Dropped() : FaultOf(row, fields, isWhole));
    }

    private static Error? FaultOf(SourceRow row, string[] fields, bool isWhole)
    {
        if (row.Fault is not { } fault || isWhole)
            return null;
        return fault.Code != SkipCodes.RowShape && Array.TrueForAll(fields, RowFaults.IsText) ? null : fault;
    }

    private string TextOf(int change)
    {
        var start = change == 0 ? 0 : _ends[change - 1];
        return System.Text.Encoding.UTF8.GetString(_text, start, _ends[change] - start);
    }
}
