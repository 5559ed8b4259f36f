using BatchDashboard.Core.Batches.Requests;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Web.Account;
using BatchDashboard.Web.Endpoints.OpenApi;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Calls under <c>/v1</c>.</summary>
internal static class CallEndpoints
{
    private const string Tag = OperationTags.Calls;

    public static void MapCalls(this IEndpointRouteBuilder routes)
    {
        var calls = routes.MapGroup("/v1/calls").RequireAuthorization(Policies.ApiKeyOnly);
        calls.MapPost("", CreateAsync).RequireAuthorization(Policies.Launch)
            .Describe(Tag, "Make one call", "One call with any settings, as a batch of one.")
            .TakesIdempotencyKey().TakesJson(RequestSchemas.CallObject, Examples.SingleCall)
            .Answers<CreatedCallBody>("The call is queued.", Examples.CreatedCall).Refuses<V1Refusal>(400, 409, 413, 415);
        CallListQuery.Describe(calls.MapGet("", ListAsync).RequireAuthorization(Policies.Read))
            .Describe(Tag, "List calls", "Calls as rows, newest first; skipped rows only when they are asked for.")
            .Answers<CallListBody>("A page of calls.", Examples.Calls).Refuses<V1Refusal>(400, 404);
        calls.MapGet("/{id}", GetAsync).RequireAuthorization(Policies.Read)
            .Describe(Tag, "Get a call", "Everything about one call: outcome, transcript, variables, attempts, events.")
            .Answers<CallBody>("The call.").Refuses<V1Refusal>(404);
        calls.MapPost("/{id}/stop", StopAsync).RequireAuthorization(Policies.Manage)
            .Describe(Tag, "Stop a call", "Cancels a call that waits, hangs up one that lasts; one that is over is left as it is.")
            .Answers<OlderDoneBody>("What was done.").Refuses<V1Refusal>(404, 409, 503);
        calls.MapPost("/{id}/was_called", WasCalledAsync).RequireAuthorization(Policies.Manage)
            .Describe(Tag, "Decide that it was called", "Closes a call under review as one that took place.")
            .Answers<OlderDoneBody>("The call is closed.").Refuses<V1Refusal>(404, 409);
        calls.MapPost("/{id}/call_again", CallAgainAsync).RequireAuthorization(Policies.Manage)
            .Describe(Tag, "Decide to call again", "Closes a call under review and makes it again, in a batch of one.")
            .Answers<CallAgainBody>("The batch of one.").Refuses<V1Refusal>(404, 409);
    }

    private static async Task<IResult> CreateAsync(
        HttpRequest request, ReceivedFiles files, BatchRequestService requests, CancellationToken cancellationToken)
    {
        var requester = request.Requester();
        if (!requester.IsSuccess)
            return V1.Refused(requester.Errors);
        var received = await RequestReceiver.ReceiveAsync(request, files, cancellationToken);
        if (!received.IsSuccess)
            return V1.Refused(received.Errors);
        using var parts = received.Value;
        if (parts.File is not null)
            return V1.Refused([BodyErrors.UnsupportedType(request.ContentType)]);
        var call = await requests.CallAsync(parts.Body, requester.Value, cancellationToken);
        return call.IsSuccess
            ? V1.Ok(new CreatedCallBody("success", "Call successfully queued.", call.Value.Value, BatchId: null))
            : V1.Refused(call.Errors);
    }

    private static async Task<IResult> ListAsync(
        HttpRequest request, CallBodies bodies, PhoneGate gate, CallIds callIds, CancellationToken cancellationToken)
    {
        var query = CallListQuery.Read(request.Query, gate, callIds);
        if (!query.IsSuccess)
            return V1.Refused(query.Errors);
        var page = await bodies.ListAsync(query.Value, cancellationToken);
        return page.IsSuccess ? V1.Ok(page.Value) : V1.Refused(page.Errors);
    }

    private static async Task<IResult> GetAsync(string id, CallBodies bodies, CancellationToken cancellationToken)
    {
        var known = RouteIds.Call(id);
        if (!known.IsSuccess)
            return V1.Refused(known.Errors);
        var call = await bodies.GetAsync(known.Value, cancellationToken);
        return call.IsSuccess ? V1.Ok(call.Value) : V1.Refused(call.Errors);
    }

    private static async Task<IResult> StopAsync(string id, HttpContext context, CallStops stops, CancellationToken cancellationToken)
    {
        var known = RouteIds.Call(id);
        if (!known.IsSuccess)
            return V1.Refused(known.Errors);
        var stopped = await stops.StopAsync(known.Value, context.User.CallerName(), cancellationToken);
        if (!stopped.IsSuccess)
            return V1.Refused(stopped.Errors);
        return V1.Ok(new OlderDoneBody("success", stopped.Value switch
        {
            var before when before.IsWaiting() => "The call was cancelled before it was dialled.",
            var before when before.IsInFlight() => "The call is being hung up.",
            _ => "The call was over already.",
        }));
    }

    private static async Task<IResult> WasCalledAsync(
        string id, HttpContext context, CallDecisions decisions, CancellationToken cancellationToken)
    {
        var known = RouteIds.Call(id);
        if (!known.IsSuccess)
            return V1.Refused(known.Errors);
        var decided = await decisions.WasCalledAsync(known.Value, context.User.CallerName(), cancellationToken);
        return decided.IsSuccess ? V1.Ok(new OlderDoneBody("success", "The call is closed and is not dialled again.")) : V1.Refused(decided.Errors);
    }

    private static async Task<IResult> CallAgainAsync(
        string id, HttpContext context, CallDecisions decisions, CancellationToken cancellationToken)
    {
        var known = RouteIds.Call(id);
        if (!known.IsSuccess)
            return V1.Refused(known.Errors);
        var decided = await decisions.CallAgainAsync(known.Value, context.User.CallerName(), cancellationToken);
        return decided.IsSuccess
            ? V1.Ok(new CallAgainBody("success", "The call is made again, in a batch of its own.", decided.Value.Value))
            : V1.Refused(decided.Errors);
    }
}
