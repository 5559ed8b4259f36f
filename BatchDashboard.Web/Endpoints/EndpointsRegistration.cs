using BatchDashboard.Core.Webhooks;
using BatchDashboard.Web.Endpoints.OpenApi;

namespace BatchDashboard.Web.Endpoints;

/// <summary>What programs call: the API, and the questions after the program's health.</summary>
internal static class EndpointsRegistration
{
    public static IServiceCollection AddEndpoints(this IServiceCollection services, IConfiguration configuration) =>
        services.AddApiRateLimits(configuration).AddApiDocument()
            .AddSingleton<BatchBodies>().AddSingleton<CallBodies>().AddSingleton<ICallWebhookBodies, CallWebhookBodies>();

    public static void MapEndpoints(this WebApplication app)
    {
        app.UseRateLimiter();
        app.Use(ApiRefusals.AnswerAsync);
        app.MapHealth();
        app.MapCreateBatch();
        app.MapBatches();
        app.MapOlderBatches();
        app.MapCalls();
        app.MapDialling();
        app.MapMe();
        app.MapProviderCallbacks();
        app.MapApiDocument();
    }
}
