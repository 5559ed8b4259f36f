using System.Text.Json;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Telephony.Sandbox;

/// <summary>Every call the sandbox placed, one line each, written before the reply; a refusal has no line.</summary>
/// <remarks>Memory holds only where each line is, about 60 bytes a call; lines are read when asked for.</remarks>
internal sealed class SandboxLedger : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<AttemptKey, (long Offset, DateTime PlacedAt)> _index = [];
    private readonly NdjsonFile _file;
    private readonly long _inherited;

    public SandboxLedger(string path)
    {
        // Readers may open it while we write: that is how dials are counted.
        _file = NdjsonFile.Open(path, FileShare.Read, Index);
        _inherited = _file.Length;
    }

    /// <returns>False when a call was placed under this key before; it keeps its one line.</returns>
    public bool Append(CallPlacement placement, DateTimeOffset placedAt)
    {
        var line = NdjsonFile.Line(json => Write(json, placement, placedAt));
        lock (_lock)
        {
            if (_index.ContainsKey(placement.Key)) return false;
            _index.Add(placement.Key, (_file.Append(line), placedAt.UtcDateTime));
            return true;
        }
    }

    public bool Contains(AttemptKey key)
    {
        lock (_lock) return _index.ContainsKey(key);
    }

    public PlacedCall? Find(AttemptKey key)
    {
        long offset;
        lock (_lock)
        {
            if (!_index.TryGetValue(key, out var found)) return null;
            offset = found.Offset;
        }

        return Parse(key, JsonElement.Parse(_file.Read(offset).Span));
    }

    /// <summary>The calls placed since that time by a process before this one.</summary>
    public IReadOnlyList<AttemptKey> Inherited(DateTimeOffset since)
    {
        lock (_lock)
            return
            [
                .. from call in _index
                   where call.Value.Offset < _inherited && call.Value.PlacedAt >= since.UtcDateTime
                   select call.Key,
            ];
    }

    public void Dispose() => _file.Dispose();

    private static void Write(Utf8JsonWriter json, CallPlacement placement, DateTimeOffset placedAt)
    {
        json.WriteString("placed_at", NdjsonFile.Timestamp(placedAt));
        json.WriteString("attempt_id", placement.Key.Value);
        json.WriteNumber("attempt", placement.Attempt);
        if (placement.BatchId is { } batch) json.WriteString("batch_id", batch.Value);
        else json.WriteNull("batch_id");
        json.WriteString("call_id", placement.CallId.Value);
        json.WriteString("to", placement.To.E164);
        json.WritePropertyName("request");
        placement.Settings.WriteTo(json);
    }

    private static PlacedCall Parse(AttemptKey key, JsonElement line) => new(
        key,
        line.GetProperty("attempt").GetInt32(),
        line.GetProperty("placed_at").GetDateTimeOffset(),
        new PhoneNumber(line.GetProperty("to").GetString()!),
        line.GetProperty("request"));

    private void Index(long offset, ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        Guid? key = null;
        DateTimeOffset? placedAt = null;
        json.Read();
        // The request, by far the longest part, comes last and is not looked at.
        while ((key is null || placedAt is null) && json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var (isKey, isTime) = (json.ValueTextEquals("attempt_id"), json.ValueTextEquals("placed_at"));
            json.Read();
            if (isKey) key = json.GetGuid();
            else if (isTime) placedAt = json.GetDateTimeOffset();
            else json.Skip();
        }

        if (key is null || placedAt is null) throw new FormatException("A placed call has attempt_id and placed_at.");
        _index.TryAdd(new AttemptKey(key.Value), (offset, placedAt.Value.UtcDateTime));
    }
}
