using System.Collections.Concurrent;
using BatchDashboard.Core.Batches;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Dispatching;

/// <summary>Permits for calls per second, of the installation and of each batch.</summary>
public sealed class CallRates(IOptions<DispatchOptions> options, TimeProvider time)
{
    private readonly TokenBucket _overall = new(time);
    private readonly ConcurrentDictionary<int, TokenBucket> _batches = new();

    /// <summary>How many of the wanted dials may go out now.</summary>
    public int Take(Batch batch, int wanted)
    {
        var own = BucketOf(batch).Take(batch.MaxCallsPerSecond ?? 0, wanted);
        var both = _overall.Take(options.Value.MaxCallsPerSecond, own);
        BucketOf(batch).Return(own - both);
        return both;
    }

    /// <summary>Gives back permits that were not used.</summary>
    public void Return(Batch batch, int permits)
    {
        BucketOf(batch).Return(permits);
        _overall.Return(permits);
    }

    public TimeSpan UntilNext(Batch batch)
    {
        var own = BucketOf(batch).UntilNext(batch.MaxCallsPerSecond ?? 0);
        var overall = _overall.UntilNext(options.Value.MaxCallsPerSecond);
        return own > overall ? own : overall;
    }

    public void Forget(int batchNumber) => _batches.TryRemove(batchNumber, out _);

    private TokenBucket BucketOf(Batch batch) => _batches.GetOrAdd(batch.Number, _ => new TokenBucket(time));
}
