using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Imports;
using BatchDashboard.Web.Account;
using BatchDashboard.Web.Endpoints.OpenApi;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Batches under <c>/v2</c>: what they are, how they stand, and the commands to them.</summary>
internal static class BatchEndpoints
{
    private const int UsualTake = 100;
    private const int MostTake = 1000;

    private const string Tag = OperationTags.Batches;
    private const string Done = "Done; there is nothing to tell.";
    private const string RawMeans = "Cells as they are; without it they are safe from formulas in spreadsheets.";

    private static readonly Dictionary<string, bool> Directions = new() { ["asc"] = false, ["desc"] = true };

    public static void MapBatches(this IEndpointRouteBuilder routes)
    {
        var batches = routes.MapGroup("/v2/batches").RequireAuthorization(Policies.ApiKeyOnly);
        BatchListQuery.Describe(batches.MapGet("/list", ListAsync).RequireAuthorization(Policies.Read), "take")
            .Describe(Tag, "List batches", "Batches as they stand, newest first.")
            .Answers<V2Reply<IEnumerable<BatchBody>>>("A page of batches.").Refuses<V2Refusal>(400);
        batches.MapGet("/{id}", GetAsync).RequireAuthorization(Policies.Read)
            .Describe(Tag, "Get a batch", "Tells status, counters, outcomes and what a batch waits for.")
            .Answers<V2Reply<BatchBody>>("The batch.", Examples.Batch).Refuses<V2Refusal>(404);
        batches.MapGet("/{id}/logs", LogsAsync).RequireAuthorization(Policies.Read)
            .Describe(Tag, "Read the log of a batch", "What happened to a batch, skipped rows included, newest first.")
            .TakesWhole("take", "So many entries.", 1, MostTake, UsualTake).TakesWhole("skip", "Entries to pass over.", 0, usual: 0)
            .TakesName("direction", "The newest first, or the oldest.", Directions.Keys, "desc")
            .Answers<V2Reply<IEnumerable<LogBody>>>("Entries of the log.", Examples.Logs).Refuses<V2Refusal>(400, 404);
        batches.MapGet("/{id}/skipped.csv", SkippedAsync).RequireAuthorization(Policies.Read)
            .Describe(Tag, "Download the skipped rows", "The rows of which no call was made, with their columns and the reason.")
            .TakesFlag("raw", RawMeans).AnswersCsv("The rows.").Refuses<V2Refusal>(400, 404);
        batches.MapGet("/{id}/calls.csv", CallsAsync).RequireAuthorization(Policies.Read)
            .Describe(Tag, "Download the calls", "Every row with the columns of its source and what became of it.")
            .TakesFlag("raw", RawMeans).AnswersCsv("The rows.").Refuses<V2Refusal>(400, 404);
        batches.MapPost("/{id}/stop", StopAsync).RequireAuthorization(Policies.Manage)
            .Describe(Tag, "Stop a batch", "Cancels the calls that are not dialled yet; stopping it again, or a finished one, is fine.")
            .TakesHangUp().Answers<V2Reply<object?>>(Done, Examples.Done).Refuses<V2Refusal>(400, 404, 413);
        batches.MapPost("/{id}/pause", PauseAsync).RequireAuthorization(Policies.Manage)
            .Describe(Tag, "Pause a batch", "Nothing more of it is dialled until it is resumed; calls in progress go on.")
            .Answers<V2Reply<object?>>(Done, Examples.Done).Refuses<V2Refusal>(404, 409);
        batches.MapPost("/{id}/resume", ResumeAsync).RequireAuthorization(Policies.Manage)
            .Describe(Tag, "Resume a batch", "Its calls are dialled again.")
            .Answers<V2Reply<object?>>(Done, Examples.Done).Refuses<V2Refusal>(404, 409);
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
            target => SkippedRowsCsv.WriteAsync(target, headers, rows, raw ? CsvStyle.Raw : new CsvStyle(), cancellationToken),
            "text/csv; charset=utf-8",
            raw ? $"skipped-{batch.Value.Id}-raw.csv" : $"skipped-{batch.Value.Id}.csv");
    }

    private static async Task<IResult> CallsAsync(
        string id, HttpRequest request, BatchQueries batches, CallsCsv calls, CancellationToken cancellationToken)
    {
        var query = new QueryFields(request.Query);
        var raw = query.Flag("raw") ?? false;
        if (query.Errors.Count > 0)
            return V2.Refused(query.Errors);
        var batch = await batches.FindAsync(id, cancellationToken);
        if (!batch.IsSuccess)
            return V2.Refused(batch.Errors);
        return TypedResults.Stream(
            target => calls.WriteAsync(batch.Value, target, raw ? CsvStyle.Raw : new CsvStyle(), cancellationToken),
            "text/csv; charset=utf-8",
            raw ? $"calls-{batch.Value.Id}-raw.csv" : $"calls-{batch.Value.Id}.csv");
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
