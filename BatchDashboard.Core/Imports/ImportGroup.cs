using System.Buffers;
using System.Text;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Imports;

/// <summary>Some rows of a source, in its order, valid until it is disposed.</summary>
/// <remarks>
/// The rows are packed into one piece of memory that is used again for another group: a million rows as objects of
/// their own keep the garbage collector busier than reading and storing them.
/// </remarks>
public sealed class ImportGroup : IDisposable
{
    private const int MostRows = 2_000;

    /// <summary>Keeps memory flat when rows are long.</summary>
    private const int MostBytes = 4 * 1024 * 1024;

    private readonly ImportGroups _pool;
    private readonly List<Entry> _entries = new(MostRows);
    private readonly ArrayBufferWriter<byte> _text = new(MostRows * 128);

    internal ImportGroup(ImportGroups pool) => _pool = pool;

    public int Count => _entries.Count;

    /// <summary>How far the source is read with this group.</summary>
    public ImportProgress Progress { get; internal set; }

    public int LastRowNumber => _entries[^1].RowNumber;

    internal bool IsFull => Count >= MostRows || _text.WrittenCount >= MostBytes;

    /// <summary>Takes the data of the next row, before the row itself is added.</summary>
    internal ArrayBufferWriter<byte> Data => _text;

    public ImportedRow this[int index]
    {
        get
        {
            var (rowNumber, dataEnd, end, notBefore, skipped, atFault) = _entries[index];
            var start = index == 0 ? 0 : _entries[index - 1].End;
            var text = _text.WrittenSpan;
            return new ImportedRow(rowNumber, text[dataEnd..end], text[start..dataEnd], notBefore, skipped, atFault);
        }
    }

    internal void AddReady(int rowNumber, PhoneNumber number, DateTimeOffset? notBefore)
    {
        var dataEnd = _text.WrittenCount;
        Encoding.UTF8.GetBytes(number.E164, _text);
        _entries.Add(new Entry(rowNumber, dataEnd, _text.WrittenCount, notBefore, null, []));
    }

    internal void AddSkipped(SkippedRow row, IReadOnlyList<int> columnsAtFault) =>
        _entries.Add(new Entry(row.RowNumber, _text.WrittenCount, _text.WrittenCount, null, row, columnsAtFault));

    public void Dispose()
    {
        _entries.Clear();
        _text.ResetWrittenCount();
        _pool.Return(this);
    }

    private readonly record struct Entry(
        int RowNumber, int DataEnd, int End, DateTimeOffset? NotBefore, SkippedRow? Skipped, IReadOnlyList<int> ColumnsAtFault);
}
