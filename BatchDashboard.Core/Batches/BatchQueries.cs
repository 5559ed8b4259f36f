using System.Linq.Expressions;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Batches;

/// <summary>Reads batches for screens and programs.</summary>
public sealed class BatchQueries(Database database)
{
    /// <summary>Names of so many are read while somebody types; those of more would take longer than a key press.</summary>
    private const int NamesRead = 10_000;

    private static readonly Expression<Func<Batch, BatchSummary>> Summary = batch => new BatchSummary
    {
        Number = batch.Number,
        Id = batch.Id,
        Name = batch.Name,
        Status = batch.Status,
        Paused = batch.Paused,
        StopRequested = batch.StopRequested,
        Code = batch.Code,
        Reason = batch.Reason,
        CreatedAt = batch.CreatedAt,
        CreatedBy = batch.CreatedBy,
        StartedAt = batch.StartedAt,
        FinishedAt = batch.FinishedAt,
        Provider = batch.Provider,
        Loaded = batch.Loaded,
        EstimatedRows = batch.EstimatedRows,
        Chunked = batch.Chunked,
        Counts = batch.Counts,
        Limits = new BatchLimits(batch.MaxConcurrent, batch.MaxCallsPerSecond, batch.Priority, batch.RampUpSeconds),
        Plan = batch.Plan,
    };

    /// <summary>Newest first.</summary>
    /// <param name="before">The number of the last batch of the page before; null for the first page.</param>
    /// <param name="skip">For programs that page by position; screens pass <paramref name="before"/>.</param>
    public async Task<IReadOnlyList<BatchSummary>> ListAsync(
        BatchFilter filter, int take, int? before, int skip, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        var batches = context.Batches.AsNoTracking();
        if (before is not null)
            batches = batches.Where(batch => batch.Number < before);
        if (filter.Statuses.Count > 0)
            batches = batches.Where(batch => filter.Statuses.Contains(batch.Status));
        if (Guid.TryParse(filter.Text, out var id))
            batches = batches.Where(batch => batch.Id == new BatchId(id));
        else if (!string.IsNullOrWhiteSpace(filter.Text))
            batches = batches.Where(batch => EF.Functions.Like(batch.Name, LikePattern.Containing(filter.Text), LikePattern.Escape));
        return await batches.OrderByDescending(batch => batch.Number).Skip(skip).Take(take).Select(Summary)
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Those that have the text in their name, of the newest ten thousand, and then those whose id it is, or the beginning of
    /// it, or as screens show it (<c>0199…f3c2</c>).
    /// </summary>
    public async Task<IReadOnlyList<BatchSummary>> FindAsync(string text, int take, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        var all = context.Batches.AsNoTracking();
        var named = await all
            .Where(batch => batch.Number > all.Max(newest => newest.Number) - NamesRead
                && EF.Functions.Like(batch.Name, LikePattern.Containing(text), LikePattern.Escape))
            .OrderByDescending(batch => batch.Number).Take(take).Select(Summary).ToListAsync(cancellationToken);
        if (named.Count == take || ShortBatchId.Parse(text) is not { } id)
            return named;
        var numbers = await context.BatchesWith(id, take).ToListAsync(cancellationToken);
        var identified = await all.Where(batch => numbers.Contains(batch.Number)).OrderByDescending(batch => batch.Number)
            .Select(Summary).ToListAsync(cancellationToken);
        return [.. named.Concat(identified).DistinctBy(batch => batch.Number).Take(take)];
    }

    public async Task<Result<BatchSummary>> GetAsync(BatchId id, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        var batch = await context.Batches.AsNoTracking().Where(batch => batch.Id == id).Select(Summary)
            .SingleOrDefaultAsync(cancellationToken);
        return batch is null ? BatchErrors.NotFound(id.ToString()) : batch;
    }

    /// <summary>The batches of these numbers as they stand now, for screens that heard of a change.</summary>
    public async Task<IReadOnlyList<BatchSummary>> GetManyAsync(
        IReadOnlyCollection<int> numbers, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        return await context.Batches.AsNoTracking().Where(batch => numbers.Contains(batch.Number)).Select(Summary)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Calls in flight, of all batches.</summary>
    public async Task<int> CountInFlightAsync(CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        return await context.Batches.Where(batch => batch.FinishedAt == null)
            .SumAsync(
                batch => batch.Counts.Dialing + batch.Counts.Ringing + batch.Counts.InProgress + batch.Counts.Uncertain,
                cancellationToken);
    }
}
