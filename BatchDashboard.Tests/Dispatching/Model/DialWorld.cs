using BatchDashboard.Core;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace BatchDashboard.Tests.Dispatching.Model;

/// <summary>
/// The real gate, placer, door, watcher, finisher and decisions on a real database, where nothing happens by itself: the test
/// takes one step at a time, on a clock of its own, with a provider that waits to be told. Two batches share a number.
/// </summary>
internal sealed class DialWorld : IAsyncDisposable
{
    public const int First = 1;
    public const int Second = 2;

    private const string Operator = "tester";

    private static readonly string[] Tables =
    [
        "batches", "calls", "call_attempts", "last_dials", "leases", "parked_reports", "batch_log", "audit",
    ];

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly ScratchDirectory _scratch = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 2, 15, 0, 0, TimeSpan.Zero));
    private readonly ServiceProvider _services;
    private readonly List<(BatchInHand Batch, DialIntent Intent, DateTimeOffset At)>[] _inHand = [[], []];
    private readonly List<Task> _sending = [];
    private readonly ModelLog _log = new();

    private DialWorld()
    {
        Provider = new ModelProvider(_time);
        var options = new DbContextOptionsBuilder<DashboardDbContext>()
            .UseSqlite(
                ConnectionString,
                sqlite => sqlite.MigrationsHistoryTable(DashboardDbContext.MigrationsTable))
            .AddInterceptors(Disk).Options;
        var settings = new Dictionary<string, string?>
        {
            ["Providers:Default"] = ModelProvider.ModelName,
            ["Compliance:CallingHours"] = "off",
            ["Dispatch:AutoPausePercent"] = "0",
            ["Dispatch:ReviewAfterSeconds"] = "900",
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(_log))
            .AddSingleton<IConfiguration>(configuration)
            .AddBatchDashboardCore(configuration)
            .AddSingleton<ISecretProtector, ReversedSecrets>()
            .AddSingleton<TimeProvider>(_time)
            .AddSingleton(new DataDirectory(_scratch.Root))
            .AddSingleton<IDbContextFactory<DashboardDbContext>>(new PooledDbContextFactory<DashboardDbContext>(options))
            .AddSingleton<ICallProvider>(Provider)
            .BuildServiceProvider();
    }

    public ModelProvider Provider { get; }

    public ModelDisk Disk { get; } = new();

    /// <summary>How often updates could not be stored.</summary>
    public int Refusals => _log.Errors;

    public string ConnectionString => $"Data Source={_scratch.PathOf("model.db")}";

    public BatchService Batches => Of<BatchService>();

    public CallDecisions Decisions => Of<CallDecisions>();

    public static async Task<DialWorld> MakeAsync()
    {
        var world = new DialWorld();
        await using (var context = await world.Of<Database>().ReadAsync(default))
            await context.Database.MigrateAsync();
        world.Of<CallIds>().Use(new byte[32]);
        await world.WriteAsync(async context =>
        {
            await world.AddBatchAsync(context, "+12125550001", "+12125550002");
            await world.AddBatchAsync(context, "+12125550001");
            foreach (var table in Tables)
                context.Run($"CREATE TABLE first_{table} AS SELECT * FROM {table}");
        });
        await world.Of<CallUpdates>().StartAsync(default);
        return world;
    }

    /// <summary>As after the launch: nothing was dialled yet.</summary>
    public async Task ResetAsync(bool honoursKeys)
    {
        Forget();
        Disk.Mend();
        Provider.Clear();
        Provider.HonoursKeys = honoursKeys;
        await WriteAsync(context =>
        {
            foreach (var table in Tables)
                context.Run($"DELETE FROM {table}; INSERT INTO {table} SELECT * FROM first_{table}");
            return Task.CompletedTask;
        });
    }

    public Task<IReadOnlyList<DialIntent>> IntendAsync(int batch, int worker, int permits) =>
        Of<Database>().WriteAsync<IReadOnlyList<DialIntent>>(
            WritePriority.Dispatch,
            context =>
            {
                var row = context.Batches.AsNoTracking().Single(b => b.Number == batch);
                var hand = new BatchInHand(row, Of<CallingClocks>());
                var now = _time.GetUtcNow();
                var rules = new IntentRules(4, 0, Lease, TimeSpan.FromSeconds(10));
                var intents = context.Intend(hand, permits, rules, now).Intents;
                _inHand[worker].AddRange(intents.Select(intent => (hand, intent, now)));
                return Task.FromResult<IReadOnlyList<DialIntent>>([.. intents]);
            },
            default);

    /// <summary>The batch whose intent the worker sends, or would have sent; null when it has none in hand.</summary>
    public int? Send(int worker)
    {
        if (_inHand[worker] is not [var (batch, intent, at), ..])
            return null;
        _inHand[worker].RemoveAt(0);
        var before = Provider.Requests.Count;
        _sending.Add(Of<CallPlacer>().PlaceAsync(batch, intent, at));
        if (Provider.Requests.Count > before)
            Provider.Requests[^1].GoneAt = at + Lease;
        return batch.Batch.Number;
    }

    public bool CanArrive(ModelRequest request) => request.Reply is null && _time.GetUtcNow() <= request.GoneAt;

    public void Wait(TimeSpan time) => _time.Advance(time);

    /// <summary>Somebody sets the clock; no timer runs because of it.</summary>
    public void SetClock(TimeSpan change) => _time.AdjustTime(_time.GetUtcNow() + change);

    /// <param name="fate">What repeats under the same key meet.</param>
    public async Task WatchAsync(int fate)
    {
        Provider.AtOnce = fate;
        await Of<CallWatcher>().RunAsync(default);
        Provider.AtOnce = null;
    }

    public Task FinishAsync(int batch) => Of<BatchFinisher>().RunAsync(batch, default);

    public void Report(ProviderCall call) => Report(new CallUpdate.Reported(call));

    public void Report(CallUpdate update) => Of<CallUpdates>().Report(update);

    public Task StoreAsync(ProviderCall call) => Of<IProviderCallSink>().StoreAsync(ModelProvider.ModelName, call, default);

    /// <summary>The process dies, and another one takes over; what is on its way to the provider is.</summary>
    public Task CrashAsync()
    {
        Forget();
        Provider.Requests.ForEach(request => request.IsOrphan = true);
        return WriteAsync(context =>
        {
            DatabaseSetup.TakeOver(context, _time.GetUtcNow());
            return Task.CompletedTask;
        });
    }

    /// <summary>Returns when everything that was learnt is stored.</summary>
    public async Task SettleAsync()
    {
        await Task.WhenAll(_sending.Where(sending => sending.IsCompleted));
        _sending.RemoveAll(sending => sending.IsCompleted);
        var updates = Of<CallUpdates>();
        try
        {
            await updates.StoreAsync(new CallUpdate.FellSilent(default), default);
        }
        catch (OperationCanceledException)
        {
            // It has stopped, and says why.
            await updates.ExecuteTask!;
            throw;
        }
    }

    public async Task<List<Batch>> BatchesAsync()
    {
        await using var context = await Of<Database>().ReadAsync(default);
        return await context.Batches.AsNoTracking().OrderBy(batch => batch.Number).ToListAsync();
    }

    public async Task<List<Call>> CallsAsync()
    {
        await using var context = await Of<Database>().ReadAsync(default);
        return await context.Calls.AsNoTracking().OrderBy(call => call.Key).ToListAsync();
    }

    public async Task<int> ReleasedAsync(int batch)
    {
        await using var context = await Of<Database>().ReadAsync(default);
        using var count = context.Prepare(
            """
            SELECT count(*) FROM calls c JOIN call_attempts a ON a.call_key = c.key AND a.epoch = c.epoch
            WHERE c.key >> 24 = @batch AND a.released AND c.status = 'uncertain'
            """,
            "@batch").With(batch);
        return Convert.ToInt32(await count.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async Task<CallAttempt> AttemptAsync(AttemptKey key)
    {
        await using var context = await Of<Database>().ReadAsync(default);
        return await context.CallAttempts.AsNoTracking().SingleAsync(attempt => attempt.Key == key.Value);
    }

    public async Task<IReadOnlyList<ParkedReport>> ParkedAsync()
    {
        await using var context = await Of<Database>().ReadAsync(default);
        return await context.ParkedReports.AsNoTracking().ToListAsync();
    }

    public CallId IdOf(Call call) => Of<CallIds>().Of(new CallKey(call.Key), call.CreatedAt);

    public Task WasCalledAsync(Call call) => Decisions.WasCalledAsync(IdOf(call), Operator, default);

    public Task CallAgainAsync(Call call) => Decisions.CallAgainAsync(IdOf(call), Operator, default);

    public Task PauseAsync(Batch batch) => Batches.PauseAsync(batch.Id, Operator, default);

    public Task ResumeAsync(Batch batch) => Batches.ResumeAsync(batch.Id, Operator, default);

    public Task CancelAsync(Batch batch) => Batches.StopAsync(batch.Id, hangUp: false, Operator, default);

    public async ValueTask DisposeAsync()
    {
        await Of<CallUpdates>().StopAsync(default);
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _scratch.Dispose();
    }

    private T Of<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private Task WriteAsync(Func<DashboardDbContext, Task> work) => Of<Database>().WriteAsync(WritePriority.Interactive, work, default);

    /// <summary>What a process has in memory alone.</summary>
    private void Forget()
    {
        Array.ForEach(_inHand, intents => intents.Clear());
        _sending.Clear();
        for (var batch = First; batch < 9; batch++)
            Of<HaltedBatches>().Set(batch, false);
    }

    private async Task AddBatchAsync(DashboardDbContext context, params string[] numbers)
    {
        var plan = new BatchPlan
        {
            Name = "model",
            SourceFile = "",
            Source = BatchSource.Api,
            Rules = new ImportRules(new PhoneRules()),
            Settings = new() { ["task"] = "Say hello." },
        };
        var batch = await Batches.AddAsync(context, plan, Operator, default);
        for (var row = 0; row < numbers.Length; row++)
        {
            context.Run(
                """
                INSERT INTO calls (key, status, to_number, data, epoch, dials, created_at, updated_at)
                VALUES (@key, 'queued', @to, '{}', 0, 0, @now, @now)
                """,
                ("@key", new CallKey(batch.Number, row + 2).Value),
                ("@to", numbers[row]),
                ("@now", _time.GetUtcNow()));
        }

        context.Run(
            "UPDATE batches SET status = 'dispatching', loaded = 1, n_queued = @count, loaded_row = @count + 1, dispatched_row = 1 WHERE number = @batch",
            ("@batch", batch.Number),
            ("@count", numbers.Length));
    }
}
