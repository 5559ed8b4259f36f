using System.Text.Json;
using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Core.Telephony.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BatchDashboard.Tests.Telephony;

/// <summary>A sandbox as the product composes it, on a directory of its own and a clock that the test turns.</summary>
internal sealed class SandboxRig : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
    public static readonly TimeSpan LongEnough = TimeSpan.FromHours(2);

    private readonly string _directory = Directory.CreateTempSubdirectory("sandbox-").FullName;
    private readonly List<IHostedService> _running = [];
    private readonly int _seed;
    private readonly double _speed;
    private ServiceProvider _services;

    private SandboxRig(int seed, double speed)
    {
        (_seed, _speed) = (seed, speed);
        _services = Compose();
    }

    public FakeTimeProvider Time { get; } = new(Start);
    public RecordingSink Sink { get; } = new();
    public ICallProvider Provider => _services.GetRequiredService<ICallProvider>();
    public string LedgerPath => Path.Combine(_directory, "sandbox", "ledger.ndjson");

    public static async Task<SandboxRig> StartAsync(int seed = 1, double speed = 10)
    {
        var rig = new SandboxRig(seed, speed);
        try
        {
            await rig.RunAsync();
            return rig;
        }
        catch
        {
            await rig.DisposeAsync();
            throw;
        }
    }

    public static CallPlacement Placement(string number, int attempt = 1, JsonObject? settings = null) => new(
        new AttemptKey(Guid.NewGuid()),
        attempt,
        new BatchId(Guid.NewGuid()),
        new CallId(Guid.NewGuid()),
        new PhoneNumber(number),
        settings ?? new JsonObject { ["task"] = "Hello, do you have a minute?" });

    public static JsonObject SettingsOf(string json) => JsonNode.Parse(json)!.AsObject();

    /// <summary>Everything in a provider's call, lists included, as text that can be compared.</summary>
    public static string Text(ProviderCall? call) => JsonSerializer.Serialize(call);

    public Task<PlacementResult> PlaceAsync(CallPlacement placement) => Provider.PlaceAsync(placement, default);

    public async Task<string> PlacedIdAsync(CallPlacement placement)
    {
        var result = await PlaceAsync(placement);
        Assert.Equal(PlacementOutcome.Accepted, result.Outcome);
        return result.ProviderCallId!;
    }

    public async Task<ProviderCall> GetAsync(string providerCallId) =>
        await Provider.GetAsync(providerCallId, default) ?? throw new InvalidOperationException("Not known.");

    /// <summary>By the key alone, which is all that the sandbox needs.</summary>
    public Task<ProviderCall?> FindAsync(AttemptKey key) =>
        Provider.FindAsync(new PlacedAttempt(key, new PhoneNumber("+12125550100"), Start), default);

    /// <summary>The ledger as another program reads it while the sandbox is open.</summary>
    public string[] Ledger() => File.Exists(LedgerPath) ? File.ReadAllLines(LedgerPath) : [];

    /// <summary>Turns the clock to that moment of a call that was placed at the start.</summary>
    public void GoTo(TimeSpan? moment) =>
        // A millisecond more, because timers count whole ones.
        Time.SetUtcNow(Start + moment!.Value / _speed + TimeSpan.FromMilliseconds(1));

    /// <summary>Returns when all that was due is taken up: hangs up a call, whose report comes after theirs.</summary>
    public async Task FenceAsync()
    {
        var id = await PlacedIdAsync(Placement("+12125550102"));
        await Provider.StopAsync(id, default);
        await Sink.NextAsync(id);
    }

    public async Task StopAsync()
    {
        foreach (var service in _running) await service.StopAsync(default);
        _running.Clear();
        await _services.DisposeAsync();
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        _services = Compose();
        await RunAsync();
    }

    /// <summary>Starts on what stood on disk before anything was closed.</summary>
    public async Task KillAndRestartAsync()
    {
        var found = Path.Combine(_directory, "found.ndjson");
        File.Copy(LedgerPath, found);
        await StopAsync();
        File.Move(found, LedgerPath, overwrite: true);
        await RestartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_directory, recursive: true);
    }

    public ServiceProvider Compose()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Providers:Sandbox:Seed"] = $"{_seed}",
            ["Providers:Sandbox:Speed"] = FormattableString.Invariant($"{_speed}"),
            ["Providers:Sandbox:LedgerPath"] = LedgerPath,
        });
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration.Build())
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IProviderCallSink>(Sink)
            .AddSingleton<TemplateRenderer>(SandboxTemplates.Render)
            .AddLogging()
            .AddSandboxProvider()
            .BuildServiceProvider();
    }

    private async Task RunAsync()
    {
        _services.GetRequiredService<IStartupValidator>().Validate();
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StartAsync(default);
            _running.Add(service);
        }
    }
}
