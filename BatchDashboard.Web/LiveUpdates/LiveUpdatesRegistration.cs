using BatchDashboard.Web.Account;
using BatchDashboard.Web.Endpoints;
using Microsoft.AspNetCore.SignalR;

namespace BatchDashboard.Web.LiveUpdates;

/// <summary>The hub through which others follow batches.</summary>
internal static class LiveUpdatesRegistration
{
    public static IServiceCollection AddLiveUpdates(this IServiceCollection services)
    {
        services.AddLogging(logs => logs.AddFilter(HubFailures.FrameworkLog, LogLevel.None));
        services.AddSignalR(hubs => hubs.AddFilter<HubFailures>()).AddJsonProtocol(json => ApiJson.Configure(json.PayloadSerializerOptions));
        return services.AddSingleton<BatchWatch>();
    }

    public static void MapLiveUpdates(this IEndpointRouteBuilder routes) =>
        routes.MapHub<BatchHub>("/hubs/batches").RequireAuthorization(Policies.SignedInOrApiKey);
}
