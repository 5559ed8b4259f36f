using BatchDashboard.Core.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core;

/// <summary>Registers everything that runs without a browser.</summary>
public static class CoreRegistration
{
    public static IServiceCollection AddBatchDashboardCore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.SectionName))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new DataDirectory(Path.Combine(
            provider.GetRequiredService<IHostEnvironment>().ContentRootPath,
            provider.GetRequiredService<IOptions<StorageOptions>>().Value.DataDirectory)));
        services.AddSingleton<WriteGate>();
        return services;
    }
}
