using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Imports;
using BatchDashboard.Web.Account;

namespace BatchDashboard.Web.DoNotCall;

/// <summary>The list as a file, under the filters of the page.</summary>
internal static class ExportEndpoint
{
    public static void MapDoNotCallExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet(DoNotCallAddress.Export, WriteAsync).RequireAuthorization(Policies.SignedIn);

    private static IResult WriteAsync(
        string? q, string? source, string? expired, string? raw, DoNotCallQueries queries, CancellationToken cancellationToken)
    {
        var filter = DoNotCallListQuery.Read(q, source, expired).Filter;
        var isRaw = raw == DoNotCallListQuery.Raw;
        return Results.Stream(
            body => DoNotCallCsv.WriteAsync(
                body, queries.ReadAllAsync(filter, cancellationToken), isRaw ? CsvStyle.Raw : CsvStyle.ForPeople(), cancellationToken),
            "text/csv; charset=utf-8",
            isRaw ? "do-not-call-raw.csv" : "do-not-call.csv");
    }
}
