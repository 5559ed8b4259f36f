using BatchDashboard.Core.Compliance;
using BatchDashboard.Web.Account;

namespace BatchDashboard.Web.DoNotCall;

/// <summary>The list as a file, under the filters of the page.</summary>
internal static class ExportEndpoint
{
    public static void MapDoNotCallExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet(DoNotCallAddress.Export, WriteAsync).RequireAuthorization(Policies.SignedIn);

    private static IResult WriteAsync(
        string? q, string? source, string? expired, DoNotCallQueries queries, CancellationToken cancellationToken)
    {
        var filter = DoNotCallListQuery.Read(q, source, expired).Filter;
        return Results.Stream(
            body => DoNotCallCsv.WriteAsync(body, queries.ReadAllAsync(filter, cancellationToken), cancellationToken),
            "text/csv; charset=utf-8",
            "do-not-call.csv");
    }
}
