using BatchDashboard.Core.Calls;
using Microsoft.Extensions.Logging;

namespace BatchDashboard.Core.LiveUpdates;

/// <summary>One listener of the feed: merges what it is offered and passes it on at most four times a second.</summary>
internal sealed partial class Subscription : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly int? _batchNumber;
    private readonly Func<IReadOnlyList<BatchChange>, CancellationToken, Task> _onChange;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Action<Subscription> _onEnd;
    private readonly CancellationTokenSource _ended = new();
    private readonly SemaphoreSlim _signal = new(0, 1);
    private readonly Lock _lock = new();
    private Dictionary<int, Pending> _pending = [];
    private bool _isOver;

    public Subscription(
        int? batchNumber,
        Func<IReadOnlyList<BatchChange>, CancellationToken, Task> onChange,
        TimeProvider time,
        ILogger logger,
        Action<Subscription> onEnd)
    {
        (_batchNumber, _onChange, _time, _logger, _onEnd) = (batchNumber, onChange, time, logger, onEnd);
        _ = PassOnAsync(_ended.Token);
    }

    public void Offer(BatchChange change)
    {
        if (_batchNumber is { } only && only != change.BatchNumber)
            return;
        lock (_lock)
        {
            // Whoever publishes may have seen this listener just before it went.
            if (_isOver)
                return;
            if (!_pending.TryGetValue(change.BatchNumber, out var pending))
                _pending[change.BatchNumber] = pending = new Pending();
            pending.Add(change);
            if (_signal.CurrentCount == 0)
                _signal.Release();
        }
    }

    public void Dispose()
    {
        _onEnd(this);
        lock (_lock)
        {
            if (!_isOver)
                _ended.Cancel();
        }
    }

    private async Task PassOnAsync(CancellationToken ended)
    {
        try
        {
            while (true)
            {
                await _signal.WaitAsync(ended);
                await PassOnceAsync(Take(), ended);
                await Task.Delay(Interval, _time, ended);
            }
        }
        catch (OperationCanceledException)
        {
            // The listener is gone.
        }
        finally
        {
            lock (_lock)
            {
                _isOver = true;
                _ended.Dispose();
                _signal.Dispose();
            }
        }
    }

    private IReadOnlyList<BatchChange> Take()
    {
        lock (_lock)
        {
            var taken = _pending;
            _pending = [];
            return [.. taken.Select(batch => new BatchChange(batch.Key, batch.Value.Calls, batch.Value.AnyCall))];
        }
    }

    // The edge of somebody else's code: one broken listener must not end the feed.
    private async Task PassOnceAsync(IReadOnlyList<BatchChange> changes, CancellationToken ended)
    {
        try
        {
            await _onChange(changes, ended);
        }
        catch (Exception exception) when (!ended.IsCancellationRequested)
        {
            Log.ListenerFailed(_logger, exception);
        }
    }

    private sealed class Pending
    {
        public HashSet<CallKey> Calls { get; } = [];

        public bool AnyCall { get; private set; }

        public void Add(BatchChange change)
        {
            Calls.UnionWith(change.Calls);
            AnyCall |= change.AnyCall;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A listener of the live feed failed; it goes on with the next change.")]
        public static partial void ListenerFailed(ILogger logger, Exception exception);
    }
}
