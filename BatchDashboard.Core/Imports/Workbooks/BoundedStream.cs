using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Imports.Workbooks;

/// <summary>Refuses to be read further than is allowed, so that no reader behind it can be made to swallow a bomb.</summary>
/// <param name="most">Bytes in all.</param>
internal sealed class BoundedStream(Stream inner, long most) : Stream
{
    private long _leftOfStep = long.MaxValue;

    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => inner.CanSeek;

    public override bool CanWrite => false;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    /// <summary>Bytes that may be read until this is called again.</summary>
    public void AllowStep(long bytes) => _leftOfStep = bytes;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        BytesRead += read;
        _leftOfStep -= read;
        return BytesRead <= most && _leftOfStep >= 0
            ? read
            : throw new SourceUnreadableException(WorkbookErrors.Swollen());
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
