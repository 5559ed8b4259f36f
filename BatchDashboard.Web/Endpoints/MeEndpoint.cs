using BatchDashboard.Core.Calls;
using BatchDashboard.Web.Account;

namespace BatchDashboard.Web.Endpoints;

/// <summary>What every client asks first, to see whether its key is good.</summary>
internal static class MeEndpoint
{
    public static void MapMe(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/me", GetAsync).RequireAuthorization(Policies.ApiKeyOnly);

    private static async Task<IResult> GetAsync(CallQueries calls, CancellationToken cancellationToken)
    {
        var total = await calls.CountAsync(new CallFilter(BatchNumber: null, []), cancellationToken);
        return V1.Ok(new MeBody("active", new BillingBody(0, null), total));
    }
}
