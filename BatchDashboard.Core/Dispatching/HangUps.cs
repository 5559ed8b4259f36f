using System.Collections.Concurrent;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Telephony;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BatchDashboard.Core.Dispatching;

/// <summary>Asks providers to end the calls of batches that are being hung up, each call once in a while until it ends.</summary>
public sealed partial class HangUps(
    Database database, CallProviders providers, CallUpdates updates, TimeProvider time, ILogger<HangUps> logger)
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<int, ConcurrentDictionary<AttemptKey, DateTimeOffset>> _asked = new();

    /// <summary>Asks for every call in progress of the batch; one that cannot be reached is asked for at the next turn.</summary>
    public async Task AskAsync(Batch batch, CancellationToken cancellationToken)
    {
        var asked = _asked.GetOrAdd(batch.Number, _ => new());
        foreach (var (key, id) in await InProgressAsync(batch.Number, cancellationToken))
        {
            var now = time.GetUtcNow();
            if (asked.TryGetValue(key, out var last) && now - last < AskAgainAfter)
                continue;
            try
            {
                await providers[batch.Provider].StopAsync(id, cancellationToken);
                asked[key] = now;
                // Not every provider tells by itself; how it ended is asked at once.
                updates.Report(new CallUpdate.NotFound(key, now, IsUnknownThere: false));
            }
            catch (ProviderUnavailableException unavailable)
            {
                Log.NotHungUp(logger, batch.Provider, batch.Number, key, unavailable);
            }
        }
    }

    public void Forget(int batchNumber) => _asked.TryRemove(batchNumber, out _);

    private async Task<List<(AttemptKey Key, string Id)>> InProgressAsync(int batchNumber, CancellationToken cancellationToken)
    {
        var (first, last) = CallKey.RangeOf(batchNumber);
        await using var context = await database.ReadAsync(cancellationToken);
        var attempts = await context.Calls
            .Where(call => call.Key >= first && call.Key <= last && call.Deadline != null)
            .Join(
                context.CallAttempts,
                call => new { CallKey = call.Key, call.Epoch },
                attempt => new { attempt.CallKey, attempt.Epoch },
                (_, attempt) => new { attempt.Key, attempt.ProviderCallId })
            .Where(attempt => attempt.ProviderCallId != null)
            .ToListAsync(cancellationToken);
        return [.. attempts.Select(attempt => (new AttemptKey(attempt.Key), attempt.ProviderCallId!))];
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Provider {Provider} could not be asked to hang up a call of batch {Batch}, attempt {Attempt}; it is asked again.")]
        public static partial void NotHungUp(ILogger logger, string provider, int batch, AttemptKey attempt, Exception exception);
    }
}
