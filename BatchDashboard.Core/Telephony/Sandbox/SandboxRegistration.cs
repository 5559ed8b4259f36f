using Microsoft.Extensions.DependencyInjection;

namespace BatchDashboard.Core.Telephony.Sandbox;

/// <summary>Adds the sandbox to the providers.</summary>
public static class SandboxRegistration
{
    /// <summary>
    /// Needs a <see cref="TimeProvider"/>, a <see cref="TemplateRenderer"/>, an <see cref="IProviderCallSink"/> and a
    /// value for <see cref="SandboxOptions.LedgerPath"/>.
    /// </summary>
    public static IServiceCollection AddSandboxProvider(this IServiceCollection services)
    {
        services.AddOptions<SandboxOptions>()
            .BindConfiguration(SandboxOptions.SectionName)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<SandboxCalls>();
        services.AddSingleton<SandboxTimetable>();
        services.AddSingleton<ICallProvider, SandboxProvider>();
        services.AddHostedService<SandboxReporter>();
        return services;
    }
}
