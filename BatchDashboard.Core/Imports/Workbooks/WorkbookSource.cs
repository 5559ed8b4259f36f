using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Imports.Workbooks;

/// <summary>One sheet of an Excel workbook.</summary>
/// <remarks>
/// Its cells have addresses, so that a row cannot be shifted as in a CSV file: a short row has empty cells, and only a
/// value beside the columns is a fault.
/// </remarks>
internal sealed class WorkbookSource : ImportSource
{
    private readonly Workbook _workbook;
    private readonly SheetReader _rows;
    private Range _columns = Range.All;

    private WorkbookSource(SourceFormat format, Workbook workbook, SheetReader rows)
        : base(format) => (_workbook, _rows) = (workbook, rows);

    /// <exception cref="SourceUnreadableException">It cannot be opened, or has no such sheet.</exception>
    public static WorkbookSource Open(string path, SourceFormat format)
    {
        var workbook = Workbook.Open(path);
        try
        {
            return new WorkbookSource(format, workbook, workbook.Read(workbook.Find(format.Sheet)));
        }
        catch
        {
            workbook.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override double PartRead => _rows.PartRead;

    public override ValueTask DisposeAsync()
    {
        _rows.Dispose();
        _workbook.Dispose();
        return ValueTask.CompletedTask;
    }

    private protected override ValueTask<SourceRow?> ReadRecordAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_rows.Read());
    }

    /// <summary>From the first to the last column in which the header or one of the first rows has something.</summary>
    private protected override IReadOnlyList<string> FitColumns(string[]? header, IReadOnlyList<SourceRow> first)
    {
        string[][] rows = [.. first.Select(row => row.Fields), header ?? []];
        var start = rows.Where(row => row.Length > 0).Min(row => Array.FindIndex(row, cell => cell.Length > 0));
        var end = rows.Max(row => row.Length);
        if (end - start > MaxColumns)
            throw new SourceUnreadableException(SourceErrors.TooManyColumns(end - start, MaxColumns));
        _columns = start..end;
        return header is null
            ? [.. Enumerable.Range(0, end - start).Select(HeaderNames.Unnamed)]
            : Cut(header);
    }

    private protected override SourceRow Shape(SourceRow row)
    {
        var fields = Cut(row.Fields);
        if (Outside(row.Fields) is { } column)
            return new SourceRow(row.RowNumber, [.. fields, row.Fields[column]], RowFaults.OutsideColumns(Letters(column)));
        for (var index = 0; index < fields.Length; index++)
        {
            if (fields[index].Length > MaxCellCharacters)
                return new SourceRow(row.RowNumber, fields, RowFaults.CellTooLong(Headers[index], MaxCellCharacters));
            if (fields[index].Contains('\0', StringComparison.Ordinal))
                return new SourceRow(row.RowNumber, fields, RowFaults.BinaryCell(Headers[index]));
        }

        return row with { Fields = fields };
    }

    private string[] Cut(string[] cells)
    {
        var (start, end) = (_columns.Start.Value, _columns.End.Value);
        if (start == 0 && cells.Length == end)
            return cells;
        var cut = new string[end - start];
        Array.Fill(cut, "");
        var kept = Math.Min(cells.Length, end) - start;
        if (kept > 0)
            Array.Copy(cells, start, cut, 0, kept);
        return cut;
    }

    /// <summary>A cell with a text that no column takes, or null.</summary>
    private int? Outside(string[] cells)
    {
        if (cells.Length > _columns.End.Value)
            return cells.Length - 1;
        var before = cells.AsSpan(0, Math.Min(cells.Length, _columns.Start.Value)).IndexOfAnyExcept("");
        return before < 0 ? null : before;
    }

    private static string Letters(int column)
    {
        var letters = "";
        for (var left = column + 1; left > 0; left = (left - 1) / 26)
            letters = (char)('A' + ((left - 1) % 26)) + letters;
        return letters;
    }
}
