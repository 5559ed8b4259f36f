using BatchDashboard.Core.Batches;
using BatchDashboard.Web.Account;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Batches under <c>/v1</c>, for the programs that were written for it.</summary>
internal static class OlderBatchEndpoints
{
    public static void MapOlderBatches(this IEndpointRouteBuilder routes)
    {
        var batches = routes.MapGroup("/v1/batches").RequireAuthorization(Policies.ApiKeyOnly);
        batches.MapGet("", ListAsync);
        batches.MapGet("/{id}", GetAsync);
        batches.MapPost("/{id}/stop", StopAsync);
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
