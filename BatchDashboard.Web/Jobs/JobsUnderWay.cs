using System.Collections.Concurrent;
using BatchDashboard.Core.Dispatching;

namespace BatchDashboard.Web.Jobs;

/// <summary>What this process has enqueued lately and not finished: spares the job storage the supervisor's repetitions.</summary>
public sealed class JobsUnderWay(TimeProvider time)
{
    /// <summary>A job that is still not done may have been lost: better twice than never, since leases keep twins apart.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Job, DateTimeOffset> _enqueued = new();

    /// <summary>False: it was enqueued a moment ago and waits or runs.</summary>
    public bool Add(Job job)
    {
        var now = time.GetUtcNow();
        return _enqueued.TryAdd(job, now)
            || (_enqueued.TryGetValue(job, out var before) && now - before > Forgotten && _enqueued.TryUpdate(job, now, before));
    }

    /// <summary>False: its twin has done it already.</summary>
    public bool Contains(Job job) => _enqueued.ContainsKey(job);

    public void Remove(Job job) => _enqueued.TryRemove(job, out _);
}
