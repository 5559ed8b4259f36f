using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BatchDashboard.Core.LiveUpdates;

/// <summary>The feed inside one process.</summary>
internal sealed class BatchFeed(TimeProvider time, ILogger<BatchFeed> logger) : IBatchFeed
{
    private readonly ConcurrentDictionary<Subscription, byte> _subscriptions = new();

    public void Publish(BatchChange change)
    {
        foreach (var subscription in _subscriptions.Keys)
            subscription.Offer(change);
    }

    public IDisposable Subscribe(int? batchNumber, Func<IReadOnlyList<BatchChange>, CancellationToken, Task> onChange)
    {
        var subscription = new Subscription(batchNumber, onChange, time, logger, ended => _subscriptions.TryRemove(ended, out _));
        _subscriptions.TryAdd(subscription, 0);
        return subscription;
    }
}
