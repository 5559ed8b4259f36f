using System.Net;
using BatchDashboard.Core.Webhooks.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BatchDashboard.Core.Webhooks;

/// <summary>Adds webhooks: their outbox, and a way out that leads to public addresses only.</summary>
public static class WebhooksRegistration
{
    /// <summary>Needs a database, and from the host an <see cref="ICallWebhookBodies"/>.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<HostAddresses>((host, cancellationToken) => Dns.GetHostAddressesAsync(host, cancellationToken));
        services.TryAddSingleton<PublicAddressRule>(PublicAddresses.Contains);
        services.AddSingleton<GuardedConnector>();
        services.AddHttpClient(WebhookClient.Name)
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                ConnectCallback = provider.GetRequiredService<GuardedConnector>().ConnectAsync,
                MaxResponseHeadersLength = 16,
                MaxResponseDrainSize = 0,
                // Where a name leads is looked at anew for nearly every try.
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            })
            // Addresses may hold the receivers' secrets.
            .RemoveAllLoggers();
        return services
            .AddSingleton<WebhookClient>()
            .AddSingleton<WebhookSigner>()
            .AddSingleton<WebhookQueries>()
            .AddHostedService<WebhookSender>();
    }
}
