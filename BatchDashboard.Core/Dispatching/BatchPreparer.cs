using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.LiveUpdates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Dispatching;

/// <summary>
/// Validates a batch's source and stores its rows. The same source gives the same rows in the same order, so a load that
/// was killed goes on behind the last row that is stored.
/// </summary>
public sealed class BatchPreparer(
    Database database,
    Leases leases,
    BatchFinisher finisher,
    BatchSources sources,
    IBatchFeed feed,
    WorkSignal work,
    IOptions<DispatchOptions> options,
    TimeProvider time)
{
    public async Task RunAsync(int batchNumber, CancellationToken cancellationToken)
    {
        await using var lease = await leases.TryTakeAsync($"prepare:{batchNumber}", cancellationToken);
        if (lease is null)
            return;
        var batch = await BeginAsync(batchNumber, cancellationToken);
        if (batch.Loaded)
            return;
        feed.Publish(BatchChange.Of(batchNumber));
        try
        {
            if (!await LoadAsync(batch, lease, cancellationToken))
                return;
            await EndAsync(batch, cancellationToken);
        }
        catch (SourceUnreadableException unreadable)
        {
            await finisher.CancelWaitingAsync(batchNumber, lease, cancellationToken);
            await EndUnreadableAsync(batchNumber, unreadable.Error, cancellationToken);
        }

        feed.Publish(BatchChange.Of(batchNumber));
        work.Pulse();
    }

    private Task<Batch> BeginAsync(int batchNumber, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Interactive,
            context =>
            {
                context.Move(batchNumber, BatchStatus.Validating, time.GetUtcNow());
                return context.Batches.AsNoTracking().SingleAsync(batch => batch.Number == batchNumber, cancellationToken);
            },
            cancellationToken);

    /// <summary>False: the lease was lost, and somebody else goes on.</summary>
    private async Task<bool> LoadAsync(Batch batch, HeldLease lease, CancellationToken cancellationToken)
    {
        await foreach (var group in sources.ReadAsync(batch.Plan, cancellationToken))
        {
            if (!await lease.RenewAsync(cancellationToken))
                return false;
            var missing = group.Where(row => row.RowNumber > batch.LoadedRow).ToList();
            if (missing.Count == 0)
                continue;
            await database.WriteAsync(
                WritePriority.Bulk,
                context =>
                {
                    context.Load(batch.Number, missing, batch.CreatedAt, time.GetUtcNow());
                    return Task.CompletedTask;
                },
                cancellationToken);
            feed.Publish(BatchChange.OfAll(batch.Number));
        }

        return true;
    }

    private Task EndAsync(Batch batch, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Interactive,
            async context =>
            {
                var counts = await context.Batches.Where(b => b.Number == batch.Number).Select(b => b.Counts)
                    .SingleAsync(cancellationToken);
                context.MarkLoaded(batch.Number, counts.Total > options.Value.ChunkSize);
                if (counts.Total == counts.Skipped)
                    context.Move(batch.Number, BatchStatus.Failed, time.GetUtcNow(), "no_valid_recipients", NoneValid(counts.Total));
                else if (!batch.StopRequested)
                    context.Move(batch.Number, BatchStatus.Dispatching, time.GetUtcNow());
            },
            cancellationToken);

    private Task EndUnreadableAsync(int batchNumber, Error error, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Interactive,
            context =>
            {
                context.MarkLoaded(batchNumber, chunked: false);
                context.Move(batchNumber, BatchStatus.Failed, time.GetUtcNow(), error.Code, error.Message);
                return Task.CompletedTask;
            },
            cancellationToken);

    private static string NoneValid(int total) =>
        $"None of the {total} rows can be called. The skipped rows say why; correct the file and launch it as a new batch.";
}
