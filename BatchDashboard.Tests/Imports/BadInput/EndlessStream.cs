namespace BatchDashboard.Tests.Imports.BadInput;

/// <summary>An upload that does not end by itself, and counts what was taken of it.</summary>
internal sealed class EndlessStream : MemoryStream
{
    public long Given { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        buffer.Span.Fill((byte)'1');
        Given += buffer.Length;
        return ValueTask.FromResult(buffer.Length);
    }
}
