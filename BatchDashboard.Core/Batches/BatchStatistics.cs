using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;

namespace BatchDashboard.Core.Batches;

/// <summary>Tells what the counters of a batch do not, for its page, at a cost that is bounded however large it is and however many look.</summary>
public sealed class BatchStatistics(Database database, TimeProvider time) : IDisposable
{
    /// <summary>So many failed calls are counted by reason, the first of the file.</summary>
    public const int MostFailures = 100_000;

    private const int MostKept = 32;

    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly Dictionary<int, Kept> _kept = [];

    /// <summary>The most frequent reason first.</summary>
    public async Task<IReadOnlyList<FailureReason>> FailuresAsync(int batchNumber, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        return FailureCounts.Read(context, batchNumber, MostFailures);
    }

    /// <summary>
    /// All who look share what was read last. It is read again once the batch has changed, after a rest of five seconds and of
    /// twenty times what the reading took: it never takes more than a twentieth of a core.
    /// </summary>
    /// <param name="settled">How many rows of the batch are settled by now.</param>
    public async Task<EndedCalls> EndedCallsAsync(int batchNumber, int settled, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (_kept.TryGetValue(batchNumber, out var kept) && (kept.Calls.Settled == settled || time.GetElapsedTime(kept.At) < kept.Rest))
                return kept.Calls;
            var began = time.GetTimestamp();
            await using var context = await database.ReadAsync(cancellationToken);
            // A million rows take the better part of a second, which whoever asks has other things to do in.
            var calls = await Task.Run(() => EndedCallRows.Read(context, batchNumber, settled, cancellationToken), cancellationToken);
            var rest = 20 * time.GetElapsedTime(began);
            if (_kept.Count >= MostKept)
                _kept.Remove(_kept.MinBy(old => old.Value.At).Key);
            _kept[batchNumber] = new Kept(calls, time.GetTimestamp(), rest > ShortestRest ? rest : ShortestRest);
            return calls;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private sealed record Kept(EndedCalls Calls, long At, TimeSpan Rest);
}
