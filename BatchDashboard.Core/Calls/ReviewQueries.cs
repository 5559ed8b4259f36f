using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.Telephony;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Calls;

/// <summary>Reads the calls of which it is not known whether they were placed, of all batches.</summary>
public sealed class ReviewQueries(
    Database database, CallIds callIds, CallProviders providers, IOptions<DispatchOptions> options)
{
    /// <param name="status"><see cref="CallStatus.Review"/> or <see cref="CallStatus.Uncertain"/>.</param>
    public async Task<int> CountAsync(CallStatus status, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        return await context.InDoubt(status).CountAsync(cancellationToken);
    }

    /// <summary>The oldest batch first, and in it the order of the file.</summary>
    /// <param name="after">The last key of the page before; null for the first page.</param>
    /// <inheritdoc cref="CountAsync"/>
    public async Task<IReadOnlyList<CallInDoubt>> ListAsync(
        CallStatus status, int take, CallKey? after, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        var calls = context.InDoubt(status);
        if (after is { Value: var key })
            calls = calls.Where(call => call.Key > key);
        var found = await calls.OrderBy(call => call.Key).Take(take)
            .Join(
                context.CallAttempts,
                call => new { CallKey = call.Key, call.Epoch },
                attempt => new { attempt.CallKey, attempt.Epoch },
                (call, attempt) => new { Call = call, Attempt = attempt })
            .AsNoTracking().OrderBy(pair => pair.Call.Key).ToListAsync(cancellationToken);
        var numbers = found.Select(pair => new CallKey(pair.Call.Key).BatchNumber).Distinct().ToList();
        var batches = await context.Batches.AsNoTracking().Where(batch => numbers.Contains(batch.Number))
            .Select(batch => new { batch.Number, batch.Id, batch.Name })
            .ToDictionaryAsync(batch => batch.Number, batch => (batch.Id, batch.Name), cancellationToken);
        return [.. found.Select(pair => Describe(pair.Call, pair.Attempt, batches[new CallKey(pair.Call.Key).BatchNumber]))];
    }

    private CallInDoubt Describe(Call call, CallAttempt attempt, (BatchId Id, string Name) batch) => new()
    {
        Key = new CallKey(call.Key),
        Id = callIds.Of(new CallKey(call.Key), call.CreatedAt),
        BatchId = batch.Id,
        BatchName = batch.Name,
        ToNumber = call.ToNumber!,
        ErrorCode = call.ErrorCode,
        DialledAt = attempt.IntendedAt,
        Provider = attempt.Provider,
        DoubtCode = attempt.ErrorCode,
        ProviderMessage = attempt.ErrorMessage,
        AskedNextAt = call.Deadline,
        LookedForUntil = attempt.IntendedAt.AddSeconds(options.Value.ReviewAfterSeconds),
        IsPlacedAgain = providers.Knows(attempt.Provider) && providers[attempt.Provider].HonoursKeys,
    };
}
