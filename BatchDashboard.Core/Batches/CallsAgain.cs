using System.Text.Json.Nodes;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Dispatching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Batches;

/// <summary>Launches a batch that calls those of another one again whose calls ended in some way; everything that may keep a call from being dialled holds for them too.</summary>
public sealed class CallsAgain(Database database, BatchService batches, IOptions<DispatchOptions> options, TimeProvider time)
{
    /// <summary>What may be chosen; of a call under review nobody knows how it ended, and what was skipped cannot be called.</summary>
    public static readonly IReadOnlyList<CallStatus> Outcomes =
    [
        CallStatus.NoAnswer, CallStatus.Busy, CallStatus.Failed, CallStatus.Voicemail, CallStatus.Canceled, CallStatus.Unknown,
        CallStatus.Completed,
    ];

    /// <summary>The id of a batch that may be launched once.</summary>
    public BatchId NextId() => new(Guid.CreateVersion7(time.GetUtcNow()));

    /// <summary>How many of each outcome may be called again: their calls are over and their numbers free.</summary>
    public async Task<IReadOnlyDictionary<CallStatus, int>> CountAsync(int batchNumber, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        // A million rows take a second, which whoever asks has other things to do in.
        return await Task.Run(() => context.CountToRepeat(batchNumber, Outcomes), cancellationToken);
    }

    /// <summary>Of many clicks with the same id one launches the batch, and the others are told the same.</summary>
    /// <param name="launchAs">From <see cref="NextId"/>, when the question was put.</param>
    public async Task<Result<BatchId>> LaunchAsync(
        BatchId id, BatchId launchAs, IReadOnlyList<CallStatus> outcomes, string by, CancellationToken cancellationToken)
    {
        CallStatus[] chosen = [.. Outcomes.Where(outcomes.Contains)];
        var launched = await database.WriteAsync<Result<Batch>>(
            WritePriority.Interactive,
            async context =>
            {
                if (await context.Batches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == launchAs, cancellationToken) is { } before)
                    return before;
                if (await context.Batches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken) is not { } old)
                    return BatchErrors.NotFound(id.ToString());
                var count = context.CountToRepeat(old.Number, chosen).Values.Sum();
                return count == 0 ? BatchErrors.NobodyToCallAgain(old.Name) : await AddAsync(context, old, launchAs, chosen, count, by, cancellationToken);
            },
            cancellationToken);
        if (!launched.IsSuccess)
            return launched.Error;
        batches.Announce(launched.Value.Number);
        return launched.Value.Id;
    }

    private async Task<Batch> AddAsync(
        DashboardDbContext context, Batch old, BatchId launchAs, CallStatus[] outcomes, int count, string by, CancellationToken cancellationToken)
    {
        var plan = new RepeatedCalls(old.Id.Value, RowNumber: null, outcomes).PlanOf(old, ", again", count);
        var batch = await batches.AddAsync(context, plan, by, launchAs, cancellationToken);
        context.LoadCopies(batch, old.Number, outcomes, count > options.Value.ChunkSize, time.GetUtcNow());
        Log(context, batch.Number, "repeats_calls", by, count, old.Id);
        Log(context, old.Number, "calls_again", by, count, batch.Id);
        return batch;
    }

    private void Log(DashboardDbContext context, int batch, string action, string by, int count, BatchId other) => context.Log(
        batch,
        LogEvent.Operator,
        time.GetUtcNow(),
        new JsonObject { ["action"] = action, ["by"] = by, ["calls"] = count, ["batch_id"] = other.ToString() });
}
