using System.Globalization;
using BatchDashboard.Core;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Core.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BatchDashboard.Tests.Support;

/// <summary>The whole Core on a real database, with jobs that run as plain tasks: the engine without a browser.</summary>
internal sealed class CoreHost : IAsyncDisposable
{
    private const string Owner = "tester";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ScratchDirectory? _scratch;
    private readonly IHost _host;

    private CoreHost(
        string root, ScratchDirectory? scratch, Dictionary<string, string?> settings, Action<IServiceCollection>? configure)
    {
        _scratch = scratch;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = root });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddLogging();
        builder.Services.AddBatchDashboardCore(builder.Configuration);
        builder.Services.AddSingleton<IJobScheduler, TaskScheduler>();
        builder.Services.AddSingleton<ISecretProtector, ReversedSecrets>();
        builder.Services.AddSingleton<ICallWebhookBodies, BareWebhookBodies>();
        configure?.Invoke(builder.Services);
        _host = builder.Build();
    }

    /// <summary>For an intent that a test commits itself.</summary>
    public static IntentRules NoLimits { get; } = new(0, 0, TimeSpan.FromHours(1), TimeSpan.Zero);

    public Ledger Ledger => new(Service<DataDirectory>().SandboxLedger);

    /// <summary>Starts it with a sandbox whose calls take a few milliseconds.</summary>
    public static Task<CoreHost> StartAsync(params (string Key, string Value)[] settings) => StartAsync(null, settings);

    /// <summary>The same with more services, such as a provider.</summary>
    public static async Task<CoreHost> StartAsync(
        Action<IServiceCollection>? configure, params (string Key, string Value)[] settings)
    {
        var scratch = new ScratchDirectory();
        var core = Make(scratch.Root, scratch, settings, configure);
        await core.OpenAsync();
        await core.RunAsync();
        return core;
    }

    /// <summary>The same on data that stay, with the database made ready and nothing under way until <see cref="RunAsync"/>.</summary>
    public static async Task<CoreHost> OpenAsync(string root, params (string Key, string Value)[] settings)
    {
        var core = Make(root, null, settings);
        await core.OpenAsync();
        return core;
    }

    public Task RunAsync() => _host.StartAsync();

    /// <summary>Waits until it is asked to stop.</summary>
    public Task EndAsync() => _host.WaitForShutdownAsync();

    private Task OpenAsync()
    {
        Service<DataDirectory>().Create();
        return Service<DatabaseSetup>().RunAsync(CancellationToken.None);
    }

    private static CoreHost Make(
        string root, ScratchDirectory? scratch, (string Key, string Value)[] settings, Action<IServiceCollection>? configure = null)
    {
        var all = new Dictionary<string, string?>
        {
            ["Storage:DataDirectory"] = "data",
            ["Providers:Sandbox:Speed"] = "1000",
            ["Dispatch:MaxCallsPerSecond"] = "0",
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        return new CoreHost(root, scratch, all, configure);
    }

    public T Service<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>A draft with this file and a prompt, reviewed and ready to be launched.</summary>
    public async Task<Guid> DraftAsync(string csv, Action<BatchDraft>? change = null)
    {
        var drafts = Service<DraftService>();
        var draft = await drafts.StartAsync(Owner, default);
        var stored = DraftFiles.NewName(TimeProvider.System.GetUtcNow());
        await File.WriteAllTextAsync(Service<DraftFiles>().PathOf(stored), csv);
        Assert.True((await drafts.UseFileAsync(draft.Id, Owner, "recipients.csv", stored, default)).IsSuccess);
        var changed = await drafts.ChangeAsync(
            draft.Id,
            Owner,
            d =>
            {
                d.Settings["task"] = "Say hello.";
                change?.Invoke(d);
            },
            default);
        Assert.True(changed.IsSuccess);
        Assert.True((await Service<DraftReview>().RunAsync(draft.Id, Owner, null, default)).IsSuccess);
        return draft.Id;
    }

    /// <summary>Launches a draft as it stands now.</summary>
    public async Task<Result<BatchId>> LaunchAsync(Guid draft)
    {
        var seen = (await Service<DraftService>().GetAsync(draft, Owner, default)).Value.UpdatedAt;
        return await Service<DraftLauncher>().LaunchAsync(draft, Owner, seen, default);
    }

    /// <summary>Launches a batch of this file.</summary>
    public async Task<BatchId> LaunchAsync(string csv, Action<BatchDraft>? change = null) =>
        (await LaunchAsync(await DraftAsync(csv, change))).Value;

    /// <summary>The batch as a job that dials it holds it.</summary>
    public BatchInHand InHand(DashboardDbContext context, int number)
    {
        var batch = context.Batches.AsNoTracking().Single(b => b.Number == number);
        return new BatchInHand(batch, Service<CallingClocks>());
    }

    public async Task<BatchSummary> GetAsync(BatchId id) => (await Service<BatchQueries>().GetAsync(id, default)).Value;

    public async Task<BatchSummary> UntilAsync(BatchId id, Func<BatchSummary, bool> condition, string what)
    {
        var batch = await GetAsync(id);
        await Eventually.TrueAsync(
            async () => condition(batch = await GetAsync(id)), Patience, () => $"{what}; it is {batch.Status} with {batch.Counts}");
        return batch;
    }

    public Task<BatchSummary> UntilFinalAsync(BatchId id) => UntilAsync(id, batch => batch.Status.IsFinal(), "a final status");

    /// <summary>All calls of the batch, skipped rows not among them.</summary>
    public async Task<IReadOnlyList<CallSummary>> CallsAsync(BatchId id, params CallStatus[] statuses)
    {
        var batch = await GetAsync(id);
        return await Service<CallQueries>().ListAsync(
            new CallFilter(batch.Number, statuses), int.MaxValue, null, 0, ascending: true, default);
    }

    /// <summary>A file of so many valid numbers, each once.</summary>
    public static string Numbers(int count) =>
        "phone_number\n" + string.Join('\n', Enumerable.Range(0, count).Select(Number));

    /// <summary>A valid number without a fixed outcome in the sandbox.</summary>
    public static string Number(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"+1212{300 + (index / 9000)}{1000 + (index % 9000)}");

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _scratch?.Dispose();
    }

    private sealed class TaskScheduler(IServiceProvider services, IHostApplicationLifetime lifetime) : IJobScheduler
    {
        public void Enqueue(Job job) => _ = Task.Run(() => RunAsync(job, lifetime.ApplicationStopping));

        private async Task RunAsync(Job job, CancellationToken stopping)
        {
            try
            {
                await (job.Kind switch
                {
                    JobKind.PrepareBatch => services.GetRequiredService<BatchPreparer>().RunAsync(job.BatchNumber, stopping),
                    JobKind.DispatchSlice =>
                        services.GetRequiredService<SliceRunner>().RunAsync(job.BatchNumber, job.Slice, stopping),
                    JobKind.WatchCalls => services.GetRequiredService<CallWatcher>().RunAsync(stopping),
                    _ => services.GetRequiredService<BatchFinisher>().RunAsync(job.BatchNumber, stopping),
                });
            }
            catch (OperationCanceledException)
            {
                // The host is stopping.
            }
        }
    }
}
