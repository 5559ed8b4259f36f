using BatchDashboard.Core.Data;
using BatchDashboard.Web.Account;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using MudBlazor.Services;

namespace BatchDashboard.Web.Shell;

/// <summary>The frame around the pages: rendering, theme, headers, errors and what is printed at start-up.</summary>
internal static class ShellRegistration
{
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents()
            // The default of 32 kB ends the circuit when somebody pastes a long prompt.
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = 256 * 1024);
        services.AddMudServices();
        services.AddScoped<StatusAnnouncer>().AddScoped<MinuteClock>().AddScoped<LiveSwitch>();
        services.AddExceptionHandler<ProgramErrors>();
        services.AddSingleton<InstanceLockHolder>().AddScoped<IStartupStep, DataStartup>();
        services.AddKeyRing();
        // A start that fails is explained in a sentence; a background service that throws is told as critical.
        services.AddLogging(logging => logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical));
        services.AddSingleton<SiteAddress>().AddSingleton<IAnnouncement, ListeningAnnouncement>();
        return services.AddHostedService<StartupAnnouncer>();
    }

    /// <summary>The middleware that every request passes, in this order.</summary>
    public static void UseShell(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use(ProgramErrors.KeepPagesAwayAsync);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapGet("/", () => Results.LocalRedirect(LocalReturnUrl.Home));
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(
            // Our own header says who may frame us.
            options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    // Cookies and forms must outlive a restart.
    private static void AddKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("BatchDashboard");
        services.AddOptions<KeyManagementOptions>().Configure<DataDirectory, ILoggerFactory>(
            (options, directory, logs) =>
                options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(directory.Keys), logs));
        // "No XML encryptor configured": true, and so are the database and its backups beside the keys.
        services.AddLogging(logs =>
            logs.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement", LogLevel.Error));
    }
}
