using System.Linq.Expressions;
using BatchDashboard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Batches;

/// <summary>Reads batches for screens and programs.</summary>
public sealed class BatchQueries(Database database)
{
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
