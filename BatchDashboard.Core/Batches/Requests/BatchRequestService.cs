using System.Text.Json.Nodes;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Batches.Requests;

/// <summary>Makes batches for programs: checks the request, and launches it at most once per idempotency key.</summary>
public sealed class BatchRequestService(
    Database database, BatchService batches, RequestPlanner planner, CallIds callIds, TimeProvider time)
{
    /// <summary>Makes a batch of a body that holds its call objects.</summary>
    public Task<Result<BatchId>> CreateAsync(
        ReceivedFile body, BatchRequester requester, CancellationToken cancellationToken) =>
        CreateOnceAsync(
            requester, body.Hash, () => planner.FromCallObjectsAsync(body, cancellationToken), cancellationToken);

    /// <summary>Makes a batch of a CSV file and the JSON that goes with it.</summary>
    public Task<Result<BatchId>> CreateAsync(
        ReceivedFile body, ReceivedFile file, BatchRequester requester, CancellationToken cancellationToken) =>
        CreateOnceAsync(
            requester,
            $"{body.Hash} {file.Hash}",
            () => planner.FromFileAsync(body, file, cancellationToken),
            cancellationToken);

    /// <summary>Makes one call, as a batch of one: whatever holds for batches holds for it.</summary>
    public async Task<Result<CallId>> CallAsync(ReceivedFile body, BatchRequester requester, CancellationToken cancellationToken)
    {
        var id = await CreateOnceAsync(
            requester, $"call {body.Hash}", () => planner.FromCallAsync(body, cancellationToken), cancellationToken);
        if (!id.IsSuccess)
            return id.Errors.ToArray();
        await using var context = await database.ReadAsync(cancellationToken);
        var batch = await context.Batches.AsNoTracking().Where(batch => batch.Id == id.Value)
            .Select(batch => new { batch.Number, batch.CreatedAt }).SingleAsync(cancellationToken);
        return callIds.Of(SingleCall.KeyIn(batch.Number), batch.CreatedAt);
    }

    private async Task<Result<BatchId>> CreateOnceAsync(
        BatchRequester requester,
        string fingerprint,
        Func<Task<Result<PlannedBatch>>> plan,
        CancellationToken cancellationToken)
    {
        // Asked again inside the launch; here it saves reading a body whose batch exists.
        if (await FindAsync(requester, fingerprint, cancellationToken) is { } known)
            return known;
        var planned = await plan();
        if (!planned.IsSuccess)
            return planned.Errors.ToArray();
        using var batch = planned.Value;
        return await LaunchAsync(batch, requester, fingerprint, cancellationToken);
    }

    private async Task<Result<BatchId>> LaunchAsync(
        PlannedBatch planned, BatchRequester requester, string fingerprint, CancellationToken cancellationToken)
    {
        Batch? launched = null;
        var id = await database.WriteAsync<Result<BatchId>>(
            WritePriority.Interactive,
            async context =>
            {
                if (await FindAsync(context, requester, fingerprint, cancellationToken) is { } known)
                    return known;
                launched = await batches.AddAsync(context, planned.Plan, requester.Name, cancellationToken);
                await RememberAsync(context, requester, fingerprint, launched, cancellationToken);
                LogIgnored(context, launched, planned.Ignored, requester.Name);
                if (planned.Only is { } call)
                    context.LoadOnly(launched, SingleCall.KeyIn(launched.Number), call.To, call.Settings.ToJsonString(), time.GetUtcNow());
                // Before the commit: a file too many is better than a batch without its file.
                planned.Source.Keep();
                return launched.Id;
            },
            cancellationToken);
        if (launched is not null)
            batches.Announce(launched.Number);
        return id;
    }

    private async Task<Result<BatchId>?> FindAsync(
        BatchRequester requester, string fingerprint, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        return await FindAsync(context, requester, fingerprint, cancellationToken);
    }

    private static async Task<Result<BatchId>?> FindAsync(
        DashboardDbContext context, BatchRequester requester, string fingerprint, CancellationToken cancellationToken)
    {
        if (requester.IdempotencyKey is not { } key)
            return null;
        var accepted = await context.AcceptedRequests.AsNoTracking()
            .SingleOrDefaultAsync(request => request.Caller == requester.Id && request.Key == key, cancellationToken);
        return accepted is null ? null
            : accepted.Fingerprint == fingerprint ? accepted.BatchId
            : RequestErrors.KeyReused();
    }

    private async Task RememberAsync(
        DashboardDbContext context,
        BatchRequester requester,
        string fingerprint,
        Batch batch,
        CancellationToken cancellationToken)
    {
        if (requester.IdempotencyKey is not { } key)
            return;
        context.Add(new AcceptedRequest
        {
            Caller = requester.Id,
            Key = key,
            Fingerprint = fingerprint,
            BatchId = batch.Id,
            At = time.GetUtcNow(),
        });
        await context.SaveChangesAsync(cancellationToken);
    }

    private void LogIgnored(DashboardDbContext context, Batch batch, IReadOnlyList<string> ignored, string by)
    {
        if (ignored.Count == 0)
            return;
        context.Log(batch.Number, LogEvent.Operator, time.GetUtcNow(), new JsonObject
        {
            ["action"] = "settings_ignored",
            ["by"] = by,
            ["message"] = $"These settings have no effect and were ignored: {string.Join(", ", ignored)}.",
            ["settings"] = new JsonArray([.. ignored.Select(name => (JsonNode?)name)]),
        });
    }
}
