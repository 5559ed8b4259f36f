using System.Globalization;
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
    Conservation conservation,
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
            switch (await LoadAsync(batch, lease, cancellationToken))
            {
                case LoadEnd.LeaseLost:
                    return;
                case LoadEnd.Cancelled:
                    await finisher.BreakOffAsync(batchNumber, lease, BatchStatus.Cancelled, Cancelled, cancellationToken);
                    break;
                default:
                    await EndAsync(batchNumber, cancellationToken);
                    await conservation.CheckLoadAsync(batchNumber, cancellationToken);
                    break;
            }
        }
        catch (SourceUnreadableException unreadable)
        {
            await finisher.BreakOffAsync(batchNumber, lease, BatchStatus.Failed, _ => unreadable.Error, cancellationToken);
        }

        feed.Publish(BatchChange.Of(batchNumber));
        work.Pulse();
        await conservation.CheckAsync(batchNumber, cancellationToken);
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

    private async Task<LoadEnd> LoadAsync(Batch batch, HeldLease lease, CancellationToken cancellationToken)
    {
        if (batch.StopRequested)
            return LoadEnd.Cancelled;
        await foreach (var group in sources.ReadAsync(batch.Plan, batch.CreatedAt, cancellationToken).AheadAsync(cancellationToken))
        {
            using (group)
            {
                if (!await lease.RenewAsync(cancellationToken))
                    return LoadEnd.LeaseLost;
                if (group.LastRowNumber <= batch.LoadedRow)
                    continue;
                var goOn = await database.WriteAsync(
                    WritePriority.Bulk, context => Task.FromResult(context.Load(batch, group, time.GetUtcNow())), cancellationToken);
                feed.Publish(BatchChange.OfAll(batch.Number));
                if (!goOn)
                    return LoadEnd.Cancelled;
            }
        }

        return LoadEnd.Complete;
    }

    private Task EndAsync(int batchNumber, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Interactive,
            async context =>
            {
                var batch = await context.Batches.AsNoTracking().SingleAsync(b => b.Number == batchNumber, cancellationToken);
                context.MarkLoaded(batchNumber, batch.Counts.Total > options.Value.ChunkSize);
                if (batch.Counts.Total == batch.Counts.Skipped)
                    context.MoveToNoValidRecipients(batchNumber, batch.Counts.Total, time.GetUtcNow());
                else if (!batch.StopRequested)
                    context.Move(batchNumber, BatchStatus.Dispatching, time.GetUtcNow());
            },
            cancellationToken);

    private static Error Cancelled(Batch batch)
    {
        var about = batch.Plan.Rows is null ? "about " : "";
        return new(
            "batch_cancelled",
            batch.Counts.Total == 0
                ? "It was cancelled before its recipients were read; nobody was called."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"It was cancelled while its recipients were being read: {batch.Counts.Total:N0} of {about}" +
                    $"{batch.EstimatedRows:N0} rows, up to row {batch.LoadedRow:N0} of the source; " +
                    $"{about}{batch.EstimatedRows - batch.Counts.Total:N0} were not read. Nobody was called."));
    }

    private enum LoadEnd
    {
        Complete,
        Cancelled,

        /// <summary>Somebody else goes on.</summary>
        LeaseLost,
    }
}
