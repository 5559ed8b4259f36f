using BatchDashboard.Core.Dispatching;
using BatchDashboard.Web.Account;
using BatchDashboard.Web.Endpoints.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BatchDashboard.Web.Endpoints;

/// <summary>The switch that stops all dialling, under <c>/v2</c>; doing either again is fine.</summary>
internal static class DiallingEndpoints
{
    private const string Tag = OperationTags.Dialling;

    public static void MapDialling(this IEndpointRouteBuilder routes)
    {
        var dialling = routes.MapGroup("/v2/dialling").RequireAuthorization(Policies.ApiKeyOnly);
        dialling.MapGet("", Get).RequireAuthorization(Policies.Read)
            .Describe(Tag, "Is dialling stopped?", "Tells whether all dialling is stopped, by whom and since when.")
            .Answers<V2Reply<DiallingBody>>("How the switch stands.", Examples.Dialling);
        dialling.MapPost("/stop", StopAsync).RequireAuthorization(Policies.Manage)
            .Describe(Tag, "Stop all dialling", "Nothing at all is dialled until it is resumed; calls in progress go on.")
            .Answers<V2Reply<object?>>("It is stopped.", Examples.Done);
        dialling.MapPost("/resume", ResumeAsync).RequireAuthorization(Policies.Manage)
            .Describe(Tag, "Resume dialling", "Calls are dialled again.")
            .Answers<V2Reply<object?>>("It is resumed.", Examples.Done);
    }

    private static JsonHttpResult<V2Reply<DiallingBody>> Get(DialSwitch dialSwitch) => V2.Ok(DiallingBody.Of(dialSwitch.Stop));

    private static async Task<IResult> StopAsync(HttpContext context, DialSwitch dialSwitch, CancellationToken cancellationToken)
    {
        await dialSwitch.StopAllAsync(context.User.CallerName(), cancellationToken);
        return V2.Done();
    }

    private static async Task<IResult> ResumeAsync(HttpContext context, DialSwitch dialSwitch, CancellationToken cancellationToken)
    {
        await dialSwitch.ResumeAllAsync(context.User.CallerName(), cancellationToken);
        return V2.Done();
    }
}
