using BatchDashboard.Core.Data;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Web.Endpoints.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Whether the program lives, and whether it can work; for anybody who asks.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").AllowAnonymous();
        health.MapGet("/live", Live)
            .Describe(OperationTags.Health, "Does it live?", "Answers as long as the program runs.")
            .Answers<HealthBody>("It runs.", """{"status": "live"}""");
        health.MapGet("/ready", ReadyAsync)
            .Describe(OperationTags.Health, "Can it work?", "Tells whether the database can be used, and whether every row is accounted for.")
            .Answers<HealthBody>("It can.", """{"status": "ready", "conservation_gap": 0}""")
            .Answers<HealthBody>("It cannot.", """{"status": "not_ready"}""", StatusCodes.Status503ServiceUnavailable);
    }

    private static JsonHttpResult<HealthBody> Live() => V1.Ok(new HealthBody("live"));

    private static async Task<IResult> ReadyAsync(
        DatabaseHealth database, Conservation conservation, CancellationToken cancellationToken) =>
        await database.IsReadyAsync(cancellationToken)
            ? V1.Ok(new HealthBody("ready", conservation.Gap))
            : TypedResults.Json(
                new HealthBody("not_ready"), ApiJson.Options, statusCode: StatusCodes.Status503ServiceUnavailable);
}
