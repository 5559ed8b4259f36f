using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchDashboard.Core.Batches.Requests;

/// <summary>Walks through the JSON of a stream; only one value at a time is in memory.</summary>
/// <remarks>
/// All methods throw a <see cref="JsonException"/> with the position where the text stops being JSON. Values are parsed
/// lazily: what is wrong inside their strings shows when they are copied.
/// </remarks>
internal sealed class JsonStream(Stream stream, int maxValueBytes)
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _hasBegun;
    private bool _isAtEnd;
    private JsonReaderState _state;

    /// <summary>The name, after <see cref="JsonTokenType.PropertyName"/>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The next token; <see cref="JsonTokenType.None"/> behind the last.</summary>
    public async ValueTask<JsonTokenType> ReadTokenAsync(CancellationToken cancellationToken)
    {
        JsonTokenType? token;
        while ((token = TryReadToken()) is null)
            await FillAsync(cancellationToken);
        return token.Value;
    }

    /// <summary>The next value whole, or the end of the list it would stand in.</summary>
    public async ValueTask<(bool IsEndOfList, JsonNode? Value)> ReadValueAsync(CancellationToken cancellationToken)
    {
        (bool, JsonNode?)? value;
        while ((value = TryReadValue()) is null)
            await FillAsync(cancellationToken);
        return value.Value;
    }

    private JsonTokenType? TryReadToken()
    {
        var reader = NewReader();
        if (!reader.Read())
            return _isAtEnd ? JsonTokenType.None : null;
        if (reader.TokenType == JsonTokenType.PropertyName)
            Name = reader.GetString()!;
        PassOver(reader);
        return reader.TokenType;
    }

    private (bool IsEndOfList, JsonNode? Value)? TryReadValue()
    {
        var reader = NewReader();
        if (!reader.Read())
            return null;
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            PassOver(reader);
            return (true, null);
        }

        var first = (int)reader.TokenStartIndex;
        if (!reader.TrySkip())
            return null;
        var text = _buffer.AsSpan(_start + first, (int)reader.BytesConsumed - first);
        var value = JsonNode.Parse(text);
        PassOver(reader);
        return (false, value);
    }

    private Utf8JsonReader NewReader() => new(_buffer.AsSpan(_start, _end - _start), _isAtEnd, _state);

    private void PassOver(Utf8JsonReader reader)
    {
        _state = reader.CurrentState;
        _start += (int)reader.BytesConsumed;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var kept = _end - _start;
        if (kept > maxValueBytes)
            throw new ValueTooLargeException();
        var target = kept > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        Buffer.BlockCopy(_buffer, _start, target, 0, kept);
        (_buffer, _start, _end) = (target, 0, kept);
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        _isAtEnd = read == 0;
        if (!_hasBegun && _buffer.AsSpan(0, _end).StartsWith(ByteOrderMark))
            _start = ByteOrderMark.Length;
        _hasBegun = true;
    }
}
