using BatchDashboard.Core.Data;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Core.Telephony.Bland;
using BatchDashboard.Tests.Support;
using BatchDashboard.Tests.Telephony.BlandFake;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BatchDashboard.Tests.Telephony;

/// <summary>The Bland provider as the product composes it, against a fake on a clock that the test turns.</summary>
internal sealed class BlandRig : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private BlandRig(FakeBland fake, IReadOnlyDictionary<string, string> settings, TimeProvider time)
    {
        Fake = fake;
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings!).Build())
            .AddSingleton(time)
            .AddSingleton<ISecretProtector, ReversedSecrets>()
            .AddSingleton<IProviderCallSink, RecordingSink>()
            .AddSingleton<WriteGate>()
            .AddSingleton<Database>()
            .AddSingleton<ProviderKeys>()
            // Never opened: the key comes from the configuration.
            .AddPooledDbContextFactory<DashboardDbContext>(_ => { })
            .AddLogging()
            .AddBlandProvider()
            .BuildServiceProvider();
    }

    public FakeBland Fake { get; }

    public FakeLedger Ledger => Fake.Ledger;

    public ICallProvider Provider => _services.GetRequiredService<ICallProvider>();

    /// <param name="change">Changes the settings that lead to the fake.</param>
    public static async Task<BlandRig> StartAsync(
        FakeBlandOptions? options = null, Action<FakeBland, Dictionary<string, string>>? change = null, TimeProvider? time = null)
    {
        var fake = await FakeBland.StartAsync(options);
        var settings = fake.Settings();
        change?.Invoke(fake, settings);
        return new BlandRig(fake, settings, time ?? TimeProvider.System);
    }

    /// <summary>A fake whose calls last a minute of the test's own clock.</summary>
    public static FakeBlandOptions OnClock(FakeTimeProvider time) => new()
    {
        Time = time,
        CallLength = TimeSpan.FromMinutes(1),
        Callbacks = 0,
    };

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Fake.DisposeAsync();
    }
}
