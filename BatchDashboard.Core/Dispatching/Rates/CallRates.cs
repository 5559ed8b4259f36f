using System.Collections.Concurrent;
using BatchDashboard.Core.Dispatching.Lines;

namespace BatchDashboard.Core.Dispatching.Rates;

/// <summary>Permits for calls per second: of the installation, of each provider and of each batch.</summary>
public sealed class CallRates(DialLimits limits, TimeProvider time)
{
    /// <summary>What a provider is slowed down from when nothing limits the calls per second.</summary>
    private const double Unlimited = 50;

    private readonly TokenBucket _overall = new(time);
    private readonly FairTurns _turns = new(time);
    private readonly ConcurrentDictionary<int, TokenBucket> _batches = new();
    private readonly ConcurrentDictionary<string, ProviderRate> _providers = new();

    /// <summary>How many of the wanted dials may go out now.</summary>
    public int Take(DialState batch, int wanted)
    {
        var overall = limits.Current.MaxCallsPerSecond;
        var (bucket, turns, pace) = ProviderOf(batch.Provider);
        var providers = pace.Limit(limits.OfProvider(batch.Provider).MaxCallsPerSecond);

        var fair = Fair(_turns, batch, overall, wanted);
        var own = BucketOf(batch).Take(RateOf(batch), fair);
        var fairOfProvider = Fair(turns, batch, providers, own);
        var ofProvider = bucket.Take(providers, fairOfProvider);
        var all = _overall.Take(overall, ofProvider);
        BucketOf(batch).Return(own - all);
        bucket.Return(ofProvider - all);
        _turns.Took(batch.Number, all);
        turns.Took(batch.Number, all);
        // What is slowed down by a lower limit of its own keeps nobody waiting who could use more.
        if (own < fair)
            turns.Leave(batch.Number);
        if (ofProvider < fair)
            _turns.Leave(batch.Number);
        return all;
    }

    private static int Fair(FairTurns turns, DialState batch, double rate, int wanted) =>
        rate == 0 ? wanted : turns.Ask(batch.Number, batch.Limits.Priority, wanted, lead: Math.Max(1, (int)(rate / 10)));

    /// <summary>Gives back permits that were not used.</summary>
    public void Return(DialState batch, int permits)
    {
        if (permits == 0)
            return;
        BucketOf(batch).Return(permits);
        var provider = ProviderOf(batch.Provider);
        provider.Bucket.Return(permits);
        provider.Turns.Leave(batch.Number);
        _overall.Return(permits);
        _turns.Leave(batch.Number);
    }

    public TimeSpan UntilNext(DialState batch)
    {
        var (bucket, _, pace) = ProviderOf(batch.Provider);
        TimeSpan[] waits =
        [
            BucketOf(batch).UntilNext(RateOf(batch)),
            bucket.UntilNext(pace.Limit(limits.OfProvider(batch.Provider).MaxCallsPerSecond)),
            _overall.UntilNext(limits.Current.MaxCallsPerSecond),
            // Another one's turn.
            TimeSpan.FromMilliseconds(10),
        ];
        return waits.Max();
    }

    /// <summary>The provider asks for fewer calls a second.</summary>
    public void SlowDown(string provider)
    {
        var usual = limits.OfProvider(provider).MaxCallsPerSecond is > 0 and var rate ? rate : limits.Current.MaxCallsPerSecond;
        ProviderOf(provider).Pace.SlowDown(usual > 0 ? usual : Unlimited);
    }

    public void Forget(int batchNumber) => _batches.TryRemove(batchNumber, out _);

    /// <summary>A batch that ramps up without a limit of its own grows to that of the installation.</summary>
    private double RateOf(DialState batch)
    {
        var part = RampUp.Part(batch.StartedAt, TimeSpan.FromSeconds(batch.Limits.RampUpSeconds), time.GetUtcNow());
        return part < 1
            ? (batch.Limits.MaxCallsPerSecond ?? limits.Current.MaxCallsPerSecond) * part
            : batch.Limits.MaxCallsPerSecond ?? 0;
    }

    private TokenBucket BucketOf(DialState batch) => _batches.GetOrAdd(batch.Number, _ => new TokenBucket(time));

    private ProviderRate ProviderOf(string provider) => _providers.GetOrAdd(
        provider, _ => new ProviderRate(new TokenBucket(time), new FairTurns(time), new ProviderPace(time)));

    /// <param name="Turns">Among the batches of the provider alone.</param>
    private sealed record ProviderRate(TokenBucket Bucket, FairTurns Turns, ProviderPace Pace);
}
