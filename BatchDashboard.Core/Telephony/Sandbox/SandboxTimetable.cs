using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace BatchDashboard.Core.Telephony.Sandbox;

/// <summary>Which call to look at when; one timer serves them all.</summary>
internal sealed class SandboxTimetable : IDisposable
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<AttemptKey, DateTimeOffset> _queue = new();
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly TimeProvider _time;
    private readonly ITimer _timer;

    public SandboxTimetable(TimeProvider time)
    {
        _time = time;
        _timer = time.CreateTimer(
            _ => _wake.Writer.TryWrite(true), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add(AttemptKey key, DateTimeOffset time)
    {
        lock (_lock)
        {
            var isNext = !_queue.TryPeek(out _, out var next) || time < next;
            _queue.Enqueue(key, time);
            if (isNext) WakeAt(time);
        }
    }

    /// <summary>Each call as its time comes, for one reader, without end.</summary>
    public async IAsyncEnumerable<AttemptKey> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            while (TryTake(out var key)) yield return key;
            await _wake.Reader.ReadAsync(cancellationToken);
        }
    }

    public void Dispose() => _timer.Dispose();

    private bool TryTake(out AttemptKey key)
    {
        lock (_lock)
        {
            if (!_queue.TryPeek(out key, out var time)) return false;
            if (time <= _time.GetUtcNow()) return _queue.TryDequeue(out key, out _);
            WakeAt(time);
            return false;
        }
    }

    private void WakeAt(DateTimeOffset time)
    {
        // Timers count whole milliseconds; rounding down would wake too early, over and over.
        var wait = Math.Ceiling((time - _time.GetUtcNow()).TotalMilliseconds);
        _timer.Change(TimeSpan.FromMilliseconds(Math.Max(0, wait)), Timeout.InfiniteTimeSpan);
    }
}
