using System.Text.Json;
using System.Text.Json.Nodes;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.LiveUpdates;
using BatchDashboard.Core.Telephony;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Batches;

/// <summary>Launches batches and carries out what operators and programs ask of them.</summary>
public sealed class BatchService(
    Database database,
    HaltedBatches halted,
    IBatchFeed feed,
    WorkSignal work,
    IOptions<ProviderOptions> providers,
    TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Stores a new batch and wakes the work.</summary>
    public async Task<BatchId> LaunchAsync(BatchPlan plan, string by, CancellationToken cancellationToken)
    {
        var batch = await database.WriteAsync(
            WritePriority.Interactive, context => AddAsync(context, plan, by, cancellationToken), cancellationToken);
        Announce(batch.Number);
        return batch.Id;
    }

    /// <summary>Adds the batch within a transaction of the caller's, who announces it after the commit.</summary>
    internal Task<Batch> AddAsync(DashboardDbContext context, BatchPlan plan, string by, CancellationToken cancellationToken) =>
        AddAsync(context, plan, by, id: null, cancellationToken);

    /// <inheritdoc cref="AddAsync(DashboardDbContext, BatchPlan, string, CancellationToken)"/>
    /// <param name="id">Under which whoever asks twice finds it; null: any.</param>
    internal async Task<Batch> AddAsync(DashboardDbContext context, BatchPlan plan, string by, BatchId? id, CancellationToken cancellationToken)
    {
        var batch = Batch.Launch(plan, plan.Provider ?? providers.Value.Default, by, time.GetUtcNow(), id);
        context.Add(batch);
        await context.SaveChangesAsync(cancellationToken);
        Log(context, batch, "launched", by);
        return batch;
    }

    internal void Announce(int batchNumber)
    {
        feed.Publish(BatchChange.Of(batchNumber));
        work.Pulse();
    }

    /// <summary>Cancels what is not dialled yet; calls in progress finish, or are hung up. Doing it again, or to a finished batch, is fine.</summary>
    public Task<Result<BatchSummary>> StopAsync(BatchId id, bool hangUp, string by, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            (context, batch) =>
            {
                if (batch.Status.IsFinal() || !context.RequestStop(batch.Number, hangUp))
                    return null;
                halted.Set(batch.Number, true);
                Log(context, batch, hangUp ? "cancelled_and_hung_up" : "cancelled", by);
                return null;
            },
            cancellationToken);

    /// <summary>Nothing new is dialled until it is resumed.</summary>
    public Task<Result<BatchSummary>> PauseAsync(BatchId id, string by, CancellationToken cancellationToken) =>
        SetPausedAsync(id, paused: true, by, cancellationToken);

    public Task<Result<BatchSummary>> ResumeAsync(BatchId id, string by, CancellationToken cancellationToken) =>
        SetPausedAsync(id, paused: false, by, cancellationToken);

    /// <summary>In force from the next dial on.</summary>
    public Task<Result<BatchSummary>> SetLimitsAsync(
        BatchId id, BatchLimits limits, string by, CancellationToken cancellationToken) =>
        limits.Problems().ToArray() is { Length: > 0 } problems
            ? Task.FromResult<Result<BatchSummary>>(problems)
            : ChangeAsync(
                id,
                (context, batch) =>
                {
                    if (batch.Status.IsFinal())
                        return BatchErrors.AlreadyFinished(batch.Name);
                    if (limits == batch.Limits)
                        return null;
                    context.SetLimits(batch.Number, limits);
                    context.Log(batch.Number, LogEvent.Operator, time.GetUtcNow(), LimitsEntry(batch.Limits, limits, by));
                    return null;
                },
                cancellationToken);

    private Task<Result<BatchSummary>> SetPausedAsync(BatchId id, bool paused, string by, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            (context, batch) =>
            {
                if (batch.Status.IsFinal())
                    return BatchErrors.AlreadyFinished(batch.Name);
                if (batch.StopRequested)
                    return BatchErrors.BeingCancelled(batch.Name);
                if (!context.SetPaused(batch.Number, paused))
                    return null;
                halted.Set(batch.Number, paused);
                Log(context, batch, paused ? "paused" : "resumed", by);
                return null;
            },
            cancellationToken);

    private async Task<Result<BatchSummary>> ChangeAsync(
        BatchId id, Func<DashboardDbContext, Batch, Error?> change, CancellationToken cancellationToken)
    {
        Batch? batch = null;
        Error? error;
        try
        {
            error = await database.WriteAsync(
                WritePriority.Dispatch,
                async context =>
                {
                    batch = await context.Batches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken);
                    return batch is null ? BatchErrors.NotFound(id.ToString()) : change(context, batch);
                },
                cancellationToken);
        }
        catch
        {
            // A pause that was not stored holds nothing back; of one that is, the database itself is the gate.
            if (batch is not null)
                halted.Set(batch.Number, false);
            throw;
        }

        if (error is not null)
            return error;
        Announce(batch!.Number);
        return await new BatchQueries(database).GetAsync(id, cancellationToken);
    }

    private static JsonObject LimitsEntry(BatchLimits before, BatchLimits after, string by) => new()
    {
        ["action"] = "limits_changed",
        ["by"] = by,
        ["before"] = JsonSerializer.SerializeToNode(before, Json),
        ["after"] = JsonSerializer.SerializeToNode(after, Json),
    };

    private void Log(DashboardDbContext context, Batch batch, string action, string by) =>
        context.Log(
            batch.Number, LogEvent.Operator, time.GetUtcNow(), new JsonObject { ["action"] = action, ["by"] = by });
}
