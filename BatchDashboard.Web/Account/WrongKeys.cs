using System.Net;
using System.Threading.RateLimiting;

namespace BatchDashboard.Web.Account;

/// <summary>How often an address may try keys that do not exist before it is told to wait; sound keys are never kept waiting.</summary>
internal sealed class WrongKeys : IDisposable
{
    /// <summary>Tries at once, and then one a second.</summary>
    public const int Burst = 30;

    private readonly PartitionedRateLimiter<IPAddress> _tries = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Burst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        }));

    /// <summary>Counts a try; false: there were too many of late.</summary>
    public bool Try(IPAddress? from)
    {
        using var lease = _tries.AttemptAcquire(from ?? IPAddress.None);
        return lease.IsAcquired;
    }

    public void Dispose() => _tries.Dispose();
}
