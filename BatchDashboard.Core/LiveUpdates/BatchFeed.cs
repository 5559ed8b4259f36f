using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BatchDashboard.Core.LiveUpdates;

/// <summary>The feed inside one process. It ends with the host: listeners that read anew would find nothing to read from.</summary>
internal sealed class BatchFeed(TimeProvider time, ILogger<BatchFeed> logger) : IBatchFeed, IHostedService
{
    private readonly ConcurrentDictionary<Subscription, byte> _subscriptions = new();
    private volatile bool _isOver;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _isOver = true;
        foreach (var subscription in _subscriptions.Keys)
            subscription.Dispose();
        return Task.CompletedTask;
    }

    public void Publish(BatchChange change)
    {
        if (_isOver)
            return;
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
