using BatchDashboard.Core.Telephony;
using BatchDashboard.Web.Shell;

namespace BatchDashboard.Web.Settings;

/// <summary>What the keys of providers need beyond Core.</summary>
internal static class ProviderSettingsRegistration
{
    public static IServiceCollection AddProviderSettings(this IServiceCollection services) =>
        services
            .AddSingleton<ISecretProtector, SecretProtector>()
            .AddScoped<IStartupStep, ProviderStartup>()
            .AddSingleton<IAnnouncement, ProviderAnnouncement>();
}
