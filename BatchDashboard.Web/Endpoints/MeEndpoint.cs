using BatchDashboard.Core.Calls;
using BatchDashboard.Web.Account;
using BatchDashboard.Web.Endpoints.OpenApi;

namespace BatchDashboard.Web.Endpoints;

/// <summary>What every client asks first, to see whether its key is good.</summary>
internal static class MeEndpoint
{
    public static void MapMe(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/me", GetAsync).RequireAuthorization(Policies.ApiKeyOnly)
            .Describe(OperationTags.Account, "Is the key good?", "Answers when it is, and tells how many calls there are.")
            .Answers<MeBody>("The key is good.", Examples.Me);

    private static async Task<IResult> GetAsync(CallQueries calls, CancellationToken cancellationToken)
    {
        var total = await calls.CountAsync(new CallFilter(BatchNumber: null, []), cancellationToken);
        return V1.Ok(new MeBody("active", new BillingBody(0, null), total));
    }
}
