using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.LiveUpdates;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Calls;

/// <summary>
/// What an operator decides about calls of which nobody can know whether they were placed. Each is decided once: of two
/// decisions at the same time the first holds, and a call that was heard of meanwhile needs none.
/// </summary>
public sealed class CallDecisions(Database database, BatchService batches, CallIds callIds, IBatchFeed feed, TimeProvider time)
{
    /// <summary>Closes the call as one that took place.</summary>
    public async Task<Result<CallId>> WasCalledAsync(CallId id, string by, CancellationToken cancellationToken)
    {
        var decided = await DecideAsync(
            id,
            async (context, call) =>
            {
                Log(context, call.BatchNumber, "review_was_called", by, ("row_number", call.RowNumber), ("call_id", id.ToString()));
                await AuditAsync(context, AuditAction.ReviewedAsCalled, id, "", by, cancellationToken);
                return id;
            },
            cancellationToken);
        return decided;
    }

    /// <summary>Closes the call and launches a batch that makes it again; everything that may keep a call from being dialled holds for it too.</summary>
    public async Task<Result<BatchId>> CallAgainAsync(CallId id, string by, CancellationToken cancellationToken)
    {
        Batch? launched = null;
        var decided = await DecideAsync(
            id,
            async (context, call) =>
            {
                launched = await RepeatAsync(context, call, id, by, cancellationToken);
                return launched.Id;
            },
            cancellationToken);
        if (decided.IsSuccess)
            batches.Announce(launched!.Number);
        return decided;
    }

    private async Task<Result<T>> DecideAsync<T>(
        CallId id, Func<DashboardDbContext, CallKey, Task<T>> carryOut, CancellationToken cancellationToken)
    {
        if (callIds.Read(id) is not var (key, createdAt))
            return CallErrors.NotFound(id.ToString());
        var decided = await database.WriteAsync<Result<T>>(
            WritePriority.Interactive,
            async context =>
            {
                if (!context.CloseReview(key, createdAt, time.GetUtcNow()))
                    return await WhyNotAsync(context, key, createdAt, id, cancellationToken);
                context.LetOthersGoOn(key, time.GetUtcNow());
                return await carryOut(context, key);
            },
            cancellationToken);
        if (decided.IsSuccess)
            feed.Publish(new BatchChange(key.BatchNumber, [key]));
        return decided;
    }

    private static async Task<Error> WhyNotAsync(
        DashboardDbContext context, CallKey key, DateTimeOffset createdAt, CallId id, CancellationToken cancellationToken)
    {
        var call = await context.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Key == key.Value, cancellationToken);
        return call switch
        {
            null => CallErrors.NotFound(id.ToString()),
            { CreatedAt: var known } when known.ToUnixTimeMilliseconds() != createdAt.ToUnixTimeMilliseconds() => CallErrors.NotFound(id.ToString()),
            { Status: CallStatus.Unknown } => CallErrors.AlreadyDecided(),
            _ => CallErrors.NotInReview(call.Status),
        };
    }

    private async Task<Batch> RepeatAsync(
        DashboardDbContext context, CallKey call, CallId id, string by, CancellationToken cancellationToken)
    {
        var old = await context.Batches.AsNoTracking().SingleAsync(batch => batch.Number == call.BatchNumber, cancellationToken);
        var plan = new RepeatedCalls(old.Id.Value, call.RowNumber).PlanOf(old, $", row {call.RowNumber} again", rows: 1);
        var batch = await batches.AddAsync(context, plan, by, cancellationToken);
        context.LoadCopy(batch, call, time.GetUtcNow());
        Log(
            context,
            batch.Number,
            "repeats_call",
            by,
            ("row_number", call.RowNumber),
            ("call_id", id.ToString()),
            ("batch_id", old.Id.ToString()));
        Log(
            context,
            old.Number,
            "review_call_again",
            by,
            ("row_number", call.RowNumber),
            ("call_id", id.ToString()),
            ("batch_id", batch.Id.ToString()));
        await AuditAsync(context, AuditAction.ReviewedToCallAgain, id, $"batch {batch.Id}", by, cancellationToken);
        return batch;
    }

    private void Log(
        DashboardDbContext context, int batch, string action, string by, params ReadOnlySpan<(string Name, JsonNode Value)> facts)
    {
        var entry = new JsonObject { ["action"] = action, ["by"] = by };
        foreach (var (name, value) in facts)
            entry[name] = value;
        context.Log(batch, LogEvent.Operator, time.GetUtcNow(), entry);
    }

    private async Task AuditAsync(
        DashboardDbContext context, AuditAction action, CallId call, string reason, string by, CancellationToken cancellationToken)
    {
        context.Add(AuditEntry.Write(action, call.ToString(), reason, by, time.GetUtcNow()));
        await context.SaveChangesAsync(cancellationToken);
    }
}
