using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace BatchDashboard.Core.Telephony.Bland;

/// <summary>Adds Bland to the providers.</summary>
public static class BlandRegistration
{
    /// <summary>Transcripts of long calls are the largest answers.</summary>
    private const int LargestAnswer = 16 * 1024 * 1024;

    /// <summary>Needs <see cref="ProviderKeys"/>, a database and an <see cref="IProviderCallSink"/>.</summary>
    public static IServiceCollection AddBlandProvider(this IServiceCollection services)
    {
        services.AddOptions<BlandOptions>()
            .BindConfiguration(BlandOptions.SectionName)
            .Configure<IConfiguration>((options, configuration) => options.PublicUrl = configuration[nameof(BlandOptions.PublicUrl)])
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<BlandOptions>, BlandOptionsRules>();
        services.AddClient(BlandClient.Once);
        services.AddClient(BlandClient.Reads).AddResilienceHandler("reads", pipeline => pipeline
            .AddTimeout(TimeSpan.FromSeconds(20))
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(200),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                // Whoever asks to be left alone is asked again at the next poll.
                ShouldRetryAfterHeader = false,
            })
            .AddTimeout(TimeSpan.FromSeconds(10)));
        services.AddSingleton<BlandClient>();
        services.AddSingleton<ICallProvider, BlandProvider>();
        services.AddSingleton<BlandCallbacks>();
        return services;
    }

    private static IHttpClientBuilder AddClient(this IServiceCollection services, string name) =>
        services.AddHttpClient(name)
            .ConfigureHttpClient((provider, http) =>
            {
                var address = provider.GetRequiredService<IOptions<BlandOptions>>().Value.BaseUrl;
                http.BaseAddress = new Uri(address.TrimEnd('/') + "/");
                http.Timeout = Timeout.InfiniteTimeSpan;
                http.MaxResponseContentBufferSize = LargestAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                ConnectTimeout = TimeSpan.FromSeconds(10),
                // A connection that the far side is about to close would leave a placement in doubt.
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            // Addresses hold phone numbers.
            .RemoveAllLoggers();
}
