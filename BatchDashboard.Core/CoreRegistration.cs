using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Batches.Requests;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.Dispatching.Rates;
using BatchDashboard.Core.Dispatching.Standstills;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.LiveUpdates;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Mapping;
using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.Search;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Core.Telephony.Bland;
using BatchDashboard.Core.Telephony.Sandbox;
using BatchDashboard.Core.Templates;
using BatchDashboard.Core.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core;

/// <summary>
/// Registers everything that runs without a browser; the host adds an <see cref="IJobScheduler"/>, an
/// <see cref="ISecretProtector"/> and an <see cref="ICallWebhookBodies"/>.
/// </summary>
public static class CoreRegistration
{
    public static IServiceCollection AddBatchDashboardCore(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(TimeProvider.System)
            .AddSettings<StorageOptions>(configuration, StorageOptions.SectionName)
            .AddSettings<DispatchOptions>(configuration, DispatchOptions.SectionName)
            .AddSettings<ComplianceOptions>(configuration, ComplianceOptions.SectionName)
            .AddSettings<ImportOptions>(configuration, ImportOptions.SectionName)
            .AddData()
            .AddTelephony(configuration)
            .AddCompliance()
            .AddBatches()
            .AddDispatching()
            .AddWebhooks();

    private static IServiceCollection AddSettings<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class
    {
        services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }

    private static IServiceCollection AddData(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new DataDirectory(Path.Combine(
                provider.GetRequiredService<IHostEnvironment>().ContentRootPath,
                provider.GetRequiredService<IOptions<StorageOptions>>().Value.DataDirectory)))
            .AddSingleton<WriteGate>()
            .AddSingleton<Database>()
            .AddSingleton<Leases>()
            .AddSingleton<DatabaseSetup>()
            .AddSingleton<DatabaseHealth>()
            .AddPooledDbContextFactory<DashboardDbContext>((provider, options) => options.UseDataDirectory(
                provider.GetRequiredService<DataDirectory>(), DashboardDbContext.MigrationsTable));

    private static IServiceCollection AddTelephony(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<ProviderOptions>(configuration, ProviderOptions.SectionName);
        services.AddOptions<ProviderOptions>().Validate<CallProviders>(
            (options, providers) => providers.Knows(options.Default),
            "Providers:Default names a provider that does not exist. 'sandbox' is always there.");
        services.AddOptions<SandboxOptions>().PostConfigure<DataDirectory>(
            (options, directory) => options.LedgerPath ??= directory.SandboxLedger);
        services.AddSingleton<ProviderKeys>();
        services.AddSingleton<CallProviders>();
        services.AddSingleton<TemplateRenderer>(_ => (template, values) => PromptTemplate.Parse(template).Render(values).Text);
        services.AddSandboxProvider();
        services.AddBlandProvider();
        return services;
    }

    private static IServiceCollection AddCompliance(this IServiceCollection services) =>
        services
            .AddSingleton<DoNotCallList>()
            .AddSingleton<DoNotCallQueries>()
            .AddSingleton<DoNotCallFiles>()
            .AddSingleton<DoNotCallImport>()
            .AddSingleton<RecentCalls>()
            .AddSingleton<NumberZones>()
            .AddSingleton<CallingClocks>();

    private static IServiceCollection AddBatches(this IServiceCollection services) =>
        services
            .AddSingleton<PhoneGate>()
            .AddSingleton<BatchSources>()
            .AddSingleton<BatchService>()
            .AddSingleton<BatchQueries>()
            .AddSingleton<BatchLogQueries>()
            .AddSingleton<BatchStatistics>()
            .AddSingleton<ReceivedFiles>()
            .AddSingleton<RequestPlanner>()
            .AddSingleton<BatchRequestService>()
            .AddSingleton<TestCalls>()
            .AddSingleton<DemoBatch>()
            .AddSingleton<CallIds>()
            .AddSingleton<CallQueries>()
            .AddSingleton<SearchQueries>()
            .AddSingleton<CallDecisions>()
            .AddSingleton<CallsAgain>()
            .AddSingleton<CallStops>()
            .AddSingleton<CallsCsv>()
            .AddSingleton<ReviewQueries>()
            .AddSingleton<SkippedRowQueries>()
            .AddSingleton<RecipientQueries>()
            .AddHostedService<NumberIndexer>()
            .AddSingleton<TemplateService>()
            .AddSingleton<TemplateQueries>()
            .AddSingleton<DraftFiles>()
            .AddSingleton<SavedMappings>()
            .AddSingleton<DraftMappings>()
            .AddSingleton<DraftProfiles>()
            .AddSingleton<DraftService>()
            .AddSingleton<DraftUploads>()
            .AddSingleton<DraftFormats>()
            .AddSingleton<UploadSweep>()
            .AddHostedService(provider => provider.GetRequiredService<UploadSweep>())
            .AddSingleton<ReviewFiles>()
            .AddSingleton<DraftReview>()
            .AddSingleton<DraftEdits>()
            .AddSingleton<DraftRepairs>()
            .AddSingleton<RejectedRows>()
            .AddSingleton<CorrectedRows>()
            .AddSingleton<DraftLauncher>()
            .AddSingleton<BatchFeed>()
            .AddSingleton<IBatchFeed>(provider => provider.GetRequiredService<BatchFeed>())
            .AddHostedService(provider => provider.GetRequiredService<BatchFeed>());

    private static IServiceCollection AddDispatching(this IServiceCollection services) =>
        services
            .AddSingleton<WorkSignal>()
            .AddSingleton<HaltedBatches>()
            .AddSingleton<StandstillQueries>()
            .AddSingleton<DialSwitch>()
            .AddSingleton<DialLimits>()
            .AddSingleton<FaultPoints>()
            .AddSingleton<AutoPause>()
            .AddSingleton<LaunchedSettings>()
            .AddSingleton<CallRates>()
            .AddSingleton<CallPlacer>()
            .AddSingleton<BatchPreparer>()
            .AddSingleton<SliceRunner>()
            .AddSingleton<CallWatcher>()
            .AddSingleton<BatchFinisher>()
            .AddSingleton<Conservation>()
            .AddSingleton<HangUps>()
            .AddSingleton<CallUpdates>()
            .AddSingleton<IProviderCallSink>(provider => provider.GetRequiredService<CallUpdates>())
            .AddHostedService(provider => provider.GetRequiredService<CallUpdates>())
            .AddHostedService<Supervisor>();
}
