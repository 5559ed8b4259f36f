using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Imports;
using BatchDashboard.Web.Account;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Batches under <c>/v2</c>: what they are, how they stand, and the commands to them.</summary>
internal static class BatchEndpoints
{
    private const int UsualTake = 100;
    private const int MostTake = 1000;

    private static readonly Dictionary<string, bool> Directions = new() { ["asc"] = false, ["desc"] = true };

    public static void MapBatches(this IEndpointRouteBuilder routes)
    {
        var batches = routes.MapGroup("/v2/batches").RequireAuthorization(Policies.ApiKeyOnly);
        batches.MapGet("/list", ListAsync);
        batches.MapGet("/{id}", GetAsync);
        batches.MapGet("/{id}/logs", LogsAsync);
        batches.MapGet("/{id}/skipped.csv", SkippedAsync);
        batches.MapPost("/{id}/stop", StopAsync);
        batches.MapPost("/{id}/pause", PauseAsync);
        batches.MapPost("/{id}/resume", ResumeAsync);
    }

    private static async Task<IResult> ListAsync(
        HttpRequest request, BatchQueries batches, BatchBodies bodies, CancellationToken cancellationToken)
    {
        var query = BatchListQuery.Read(request.Query, "take");
        if (!query.IsSuccess)
            return V2.Refused(query.Errors);
        var page = await query.Value.RunAsync(batches, cancellationToken);
        return page.IsSuccess
            ? V2.Ok(await bodies.OfAsync(page.Value, cancellationToken), query.Value.Next(page.Value))
            : V2.Refused(page.Errors);
    }

    private static async Task<IResult> GetAsync(
        string id, BatchQueries batches, BatchBodies bodies, CancellationToken cancellationToken)
    {
        var batch = await batches.FindAsync(id, cancellationToken);
        return batch.IsSuccess ? V2.Ok(await bodies.OfAsync(batch.Value, cancellationToken)) : V2.Refused(batch.Errors);
    }

    private static async Task<IResult> LogsAsync(
        string id, HttpRequest request, BatchQueries batches, BatchLogQueries logs, CancellationToken cancellationToken)
    {
        var query = new QueryFields(request.Query);
        var (take, skip) = (query.Whole("take", 1, MostTake) ?? UsualTake, query.Whole("skip", 0) ?? 0);
        var newestFirst = query.Names("direction", Directions) is not [false];
        if (query.Errors.Count > 0)
            return V2.Refused(query.Errors);
        var batch = await batches.FindAsync(id, cancellationToken);
        if (!batch.IsSuccess)
            return V2.Refused(batch.Errors);
        var lines = await logs.ListAsync(batch.Value.Number, take, skip, newestFirst, cancellationToken);
        return V2.Ok(lines.Select(line => LogBody.Of(line, batch.Value.Id)));
    }

    private static async Task<IResult> SkippedAsync(
        string id, HttpRequest request, BatchQueries batches, RecipientQueries recipients, CancellationToken cancellationToken)
    {
        var query = new QueryFields(request.Query);
        var raw = query.Flag("raw") ?? false;
        if (query.Errors.Count > 0)
            return V2.Refused(query.Errors);
        var batch = await batches.FindAsync(id, cancellationToken);
        if (!batch.IsSuccess)
            return V2.Refused(batch.Errors);
        var headers = batch.Value.Plan.Layout?.Headers ?? SkippedRowsCsv.EntryHeaders;
        var rows = recipients.SkippedAsync(batch.Value.Number, cancellationToken);
        return TypedResults.Stream(
            target => SkippedRowsCsv.WriteAsync(target, headers, rows, raw, cancellationToken),
            "text/csv; charset=utf-8",
            raw ? $"skipped-{batch.Value.Id}-raw.csv" : $"skipped-{batch.Value.Id}.csv");
    }

    private static async Task<IResult> StopAsync(
        string id, HttpRequest request, BatchService batches, CancellationToken cancellationToken)
    {
        var known = RouteIds.Batch(id);
        if (!known.IsSuccess)
            return V2.Refused(known.Errors);
        var hangUp = await SmallBody.ReadFlagAsync(request, "hang_up", cancellationToken);
        if (!hangUp.IsSuccess)
            return V2.Refused(hangUp.Errors);
        var caller = request.HttpContext.User.CallerName();
        var stopped = await batches.StopAsync(known.Value, hangUp.Value, caller, cancellationToken);
        return stopped.IsSuccess ? V2.Done() : V2.Refused(stopped.Errors);
    }

    private static async Task<IResult> PauseAsync(
        string id, HttpContext context, BatchService batches, CancellationToken cancellationToken)
    {
        var known = RouteIds.Batch(id);
        if (!known.IsSuccess)
            return V2.Refused(known.Errors);
        var paused = await batches.PauseAsync(known.Value, context.User.CallerName(), cancellationToken);
        return paused.IsSuccess ? V2.Done() : V2.Refused(paused.Errors);
    }

    private static async Task<IResult> ResumeAsync(
        string id, HttpContext context, BatchService batches, CancellationToken cancellationToken)
    {
        var known = RouteIds.Batch(id);
        if (!known.IsSuccess)
            return V2.Refused(known.Errors);
        var resumed = await batches.ResumeAsync(known.Value, context.User.CallerName(), cancellationToken);
        return resumed.IsSuccess ? V2.Done() : V2.Refused(resumed.Errors);
    }
}
