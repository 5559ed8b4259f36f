using BatchDashboard.Tests.Dispatching.Model;

namespace BatchDashboard.Tests.Reliability.Faults;

/// <summary>One <see cref="DialWorld"/> for the tests of a class, which each begin it anew.</summary>
public sealed class WorldFixture : IAsyncLifetime
{
    internal DialWorld World { get; private set; } = null!;

    public async Task InitializeAsync() => World = await DialWorld.MakeAsync();

    public async Task DisposeAsync() => await World.DisposeAsync();
}
