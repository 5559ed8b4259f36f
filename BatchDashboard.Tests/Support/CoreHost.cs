using System.Globalization;
using BatchDashboard.Core;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Review;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BatchDashboard.Tests.Support;

/// <summary>The whole Core on a real database, with jobs that run as plain tasks: the engine without a browser.</summary>
internal sealed class CoreHost : IAsyncDisposable
{
    private const string Owner = "tester";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ScratchDirectory _data = new();
    private readonly IHost _host;

    private CoreHost(Dictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = _data.Root });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddLogging();
        builder.Services.AddBatchDashboardCore(builder.Configuration);
        builder.Services.AddSingleton<IJobScheduler, TaskScheduler>();
        _host = builder.Build();
    }

    public Ledger Ledger => new(Service<DataDirectory>().SandboxLedger);

    /// <summary>Starts it with a sandbox whose calls take a few milliseconds.</summary>
    public static async Task<CoreHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Storage:DataDirectory"] = "data",
            ["Providers:Sandbox:Speed"] = "1000",
            ["Dispatch:MaxCallsPerSecond"] = "0",
        };
        foreach (var (key, value) in settings)
            all[key] = value;
        var core = new CoreHost(all);
        core.Service<DataDirectory>().Create();
        await core.Service<DatabaseSetup>().RunAsync(CancellationToken.None);
        await core._host.StartAsync();
        return core;
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

    public async Task<BatchSummary> GetAsync(BatchId id) => (await Service<BatchQueries>().GetAsync(id, default)).Value;

    public async Task<BatchSummary> UntilAsync(BatchId id, Func<BatchSummary, bool> condition, string what)
    {
        var batch = await GetAsync(id);
        await Eventually.TrueAsync(
            async () => condition(batch = await GetAsync(id)), Patience, $"{what}; it is {batch.Status} with {batch.Counts}");
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
        _data.Dispose();
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
