using System.Text.Json;

namespace BatchDashboard.Core.Telephony.Sandbox;

/// <summary>When calls were hung up by us; beside the ledger, whose lines are placed calls and nothing else.</summary>
internal sealed class SandboxStops : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<AttemptKey, DateTimeOffset> _stops = [];
    private readonly NdjsonFile _file;

    // Shared with nobody, so that it locks the ledger too: a second process would write over the first one's lines.
    public SandboxStops(string path) => _file = NdjsonFile.Open(path, FileShare.None, Load);

    /// <summary>Only the first stop of a call counts.</summary>
    public void Record(AttemptKey key, DateTimeOffset time)
    {
        var stoppedAt = NdjsonFile.Timestamp(time);
        var line = NdjsonFile.Line(json =>
        {
            json.WriteString("stopped_at", stoppedAt);
            json.WriteString("attempt_id", key.Value);
        });
        lock (_lock)
        {
            if (_stops.ContainsKey(key)) return;
            _file.Append(line);
            // To the millisecond, as it will be read back.
            _stops.Add(key, time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond)));
        }
    }

    public DateTimeOffset? Find(AttemptKey key)
    {
        lock (_lock) return _stops.TryGetValue(key, out var time) ? time : null;
    }

    public void Dispose() => _file.Dispose();

    private void Load(long offset, ReadOnlySpan<byte> line)
    {
        var stop = JsonElement.Parse(line);
        var key = new AttemptKey(stop.GetProperty("attempt_id").GetGuid());
        _stops.TryAdd(key, stop.GetProperty("stopped_at").GetDateTimeOffset());
    }
}
