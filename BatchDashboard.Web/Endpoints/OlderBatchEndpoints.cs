using BatchDashboard.Core.Batches;
using BatchDashboard.Web.Account;
using BatchDashboard.Web.Endpoints.OpenApi;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Batches under <c>/v1</c>, for the programs that were written for it.</summary>
internal static class OlderBatchEndpoints
{
    private const string Tag = OperationTags.Older;

    public static void MapOlderBatches(this IEndpointRouteBuilder routes)
    {
        var batches = routes.MapGroup("/v1/batches").RequireAuthorization(Policies.ApiKeyOnly);
        BatchListQuery.Describe(batches.MapGet("", ListAsync).RequireAuthorization(Policies.Read), "limit")
            .Describe(Tag, "List batches (older)", "Batches in the older shape, newest first.")
            .Answers<OlderBatchListBody>("A page of batches.").Refuses<V1Refusal>(400);
        batches.MapGet("/{id}", GetAsync).RequireAuthorization(Policies.Read)
            .Describe(Tag, "Get a batch (older)", "A batch in the older shape, with its first 1,000 calls when they are asked for.")
            .TakesFlag("include_calls", "With `call_data`, its calls as rows.")
            .TakesFlag("include_transcripts", "With `call_data`, its calls whole.")
            .Answers<OlderBatchBody>("The batch.").Refuses<V1Refusal>(400, 404);
        batches.MapPost("/{id}/stop", StopAsync).RequireAuthorization(Policies.Manage)
            .Describe(Tag, "Stop a batch (older)", "Cancels the calls that are not dialled yet; stopping it again is fine.")
            .TakesHangUp().Answers<OlderDoneBody>("The batch is being stopped.").Refuses<V1Refusal>(400, 404, 413);
    }

    private static async Task<IResult> ListAsync(
        HttpRequest request, BatchQueries batches, CancellationToken cancellationToken)
    {
        var query = BatchListQuery.Read(request.Query, "limit");
        if (!query.IsSuccess)
            return V1.Refused(query.Errors);
        var page = await query.Value.RunAsync(batches, cancellationToken);
        if (!page.IsSuccess)
            return V1.Refused(page.Errors);
        OlderBatchBody[] shown = [.. page.Value.Select(OlderBatchBody.Of)];
        return V1.Ok(new OlderBatchListBody("success", shown, query.Value.Next(page.Value)));
    }

    private static async Task<IResult> GetAsync(
        string id, HttpRequest request, BatchQueries batches, CallBodies calls, CancellationToken cancellationToken)
    {
        var query = new QueryFields(request.Query);
        var withTranscripts = query.Flag("include_transcripts") ?? false;
        var withCalls = query.Flag("include_calls") ?? withTranscripts;
        if (query.Errors.Count > 0)
            return V1.Refused(query.Errors);
        var batch = await batches.FindAsync(id, cancellationToken);
        if (!batch.IsSuccess)
            return V1.Refused(batch.Errors);
        var callData = withCalls ? await calls.OfBatchAsync(batch.Value, withTranscripts, cancellationToken) : null;
        return V1.Ok(OlderBatchBody.Of(batch.Value) with { CallData = callData });
    }

    private static async Task<IResult> StopAsync(
        string id, HttpRequest request, BatchService batches, CancellationToken cancellationToken)
    {
        var known = RouteIds.Batch(id);
        if (!known.IsSuccess)
            return V1.Refused(known.Errors);
        var hangUp = await SmallBody.ReadFlagAsync(request, "hang_up", cancellationToken);
        if (!hangUp.IsSuccess)
            return V1.Refused(hangUp.Errors);
        var caller = request.HttpContext.User.CallerName();
        var stopped = await batches.StopAsync(known.Value, hangUp.Value, caller, cancellationToken);
        return stopped.IsSuccess
            ? V1.Ok(new OlderDoneBody("success", "The batch is being stopped."))
            : V1.Refused(stopped.Errors);
    }
}
