using BatchDashboard.Core.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Whether the program lives, and whether it can work; for anybody who asks.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").AllowAnonymous();
        health.MapGet("/live", Live);
        health.MapGet("/ready", ReadyAsync);
    }

    private static JsonHttpResult<HealthBody> Live() => V1.Ok(new HealthBody("live"));

    private static async Task<IResult> ReadyAsync(DatabaseHealth database, CancellationToken cancellationToken) =>
        await database.IsReadyAsync(cancellationToken)
            ? V1.Ok(new HealthBody("ready"))
            : TypedResults.Json(
                new HealthBody("not_ready"), ApiJson.Options, statusCode: StatusCodes.Status503ServiceUnavailable);
}
