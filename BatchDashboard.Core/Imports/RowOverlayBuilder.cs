using System.Buffers;
using System.Text;

namespace BatchDashboard.Core.Imports;

/// <summary>Collects changes into a <see cref="RowOverlay"/> that costs a few bytes beside each text.</summary>
public sealed class RowOverlayBuilder
{
    private readonly List<int> _rows = [];
    private readonly List<int> _starts = [];
    private readonly List<int> _columns = [];
    private readonly List<int> _ends = [];
    private readonly ArrayBufferWriter<byte> _text = new();

    /// <summary>To be called in the order of rows and, within a row, of columns.</summary>
    /// <param name="value">Null only for <see cref="RowOverlay.WholeRow"/>, where it drops the row.</param>
    public void Add(int row, int column, string? value)
    {
        // A row that was dropped and taken back is as any other.
        if (column == RowOverlay.WholeRow && value is not null)
            return;
        if (_rows is not [.., var last] || last != row)
        {
            _rows.Add(row);
            _starts.Add(_columns.Count);
        }

        _columns.Add(column);
        Encoding.UTF8.GetBytes(value, _text);
        _ends.Add(_text.WrittenCount);
    }

    public RowOverlay Build() =>
        new([.. _rows], [.. _starts, _columns.Count], [.. _columns], [.. _ends], _text.WrittenSpan.ToArray());
}
