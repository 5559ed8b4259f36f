using System.Text;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Imports.Workbooks;

/// <summary>
/// The texts that the cells of a workbook refer to by number; read only as far as cells ask for them, and kept as UTF-8
/// in large blocks.
/// </summary>
internal sealed class SharedStrings(XmlPart? part) : IDisposable
{
    private const int MaxMegabytes = 128;
    private const int BlockBytes = 1024 * 1024;

    /// <summary>Two bytes of length and four for the place.</summary>
    private const int Overhead = sizeof(ushort) + sizeof(int);

    private readonly List<byte[]> _blocks = [];
    private readonly List<int> _places = [];
    private readonly StringBuilder _text = new();
    private int _end = BlockBytes;
    private long _used;

    public string Get(int index)
    {
        while (_places.Count <= index)
            Add(ReadNext() ?? throw new InvalidDataException("A cell refers to a text that is not there."));

        var (block, offset) = Math.DivRem(_places[index], BlockBytes);
        var length = BitConverter.ToUInt16(_blocks[block], offset);
        return Encoding.UTF8.GetString(_blocks[block], offset + sizeof(ushort), length);
    }

    public void Dispose() => part?.Dispose();

    private string? ReadNext()
    {
        while (part?.Read() == true)
            if (part.IsStartOf("si"))
                return RichText.Read(part, "si", _text);
        return null;
    }

    private void Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        _used += length + Overhead;
        if (_used > MaxMegabytes * 1024L * 1024)
            throw new SourceUnreadableException(WorkbookErrors.TooMuchText(MaxMegabytes));
        if (_end + sizeof(ushort) + length > BlockBytes)
        {
            _blocks.Add(GC.AllocateUninitializedArray<byte>(BlockBytes));
            _end = 0;
        }

        _places.Add(((_blocks.Count - 1) * BlockBytes) + _end);
        BitConverter.TryWriteBytes(_blocks[^1].AsSpan(_end), (ushort)length);
        Encoding.UTF8.GetBytes(text, _blocks[^1].AsSpan(_end + sizeof(ushort)));
        _end += sizeof(ushort) + length;
    }
}
