using BatchDashboard.Core.Calls;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Web.Account;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Calls under <c>/v1</c>.</summary>
internal static class CallEndpoints
{
    public static void MapCalls(this IEndpointRouteBuilder routes)
    {
        var calls = routes.MapGroup("/v1/calls").RequireAuthorization(Policies.ApiKeyOnly);
        calls.MapGet("", ListAsync);
        calls.MapGet("/{id}", GetAsync);
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

    private static async Task<IResult> GetAsync(string id, CallQueries calls, CancellationToken cancellationToken)
    {
        var known = RouteIds.Call(id);
        if (!known.IsSuccess)
            return V1.Refused(known.Errors);
        var call = await calls.GetAsync(known.Value, cancellationToken);
        return call.IsSuccess ? V1.Ok(CallBody.Of(call.Value)) : V1.Refused(call.Errors);
    }
}
