using System.Text.Json.Nodes;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Tests.Telephony.BlandFake;
using Microsoft.Extensions.Time.Testing;

namespace BatchDashboard.Tests.Telephony;

public sealed class BlandContractTests : CallProviderContract
{
    private readonly FakeTimeProvider _time = new(SandboxRig.Start);
    private BlandRig? _rig;

    protected override ICallProvider Provider => Rig.Provider;

    protected override DateTimeOffset Now => _time.GetUtcNow();

    private BlandRig Rig => _rig ?? throw new InvalidOperationException("Not started.");

    public override async Task InitializeAsync()
    {
        _rig = await BlandRig.StartAsync(BlandRig.OnClock(_time));
        Rig.Ledger.Plan(Answered, FakeOutcome.Completed);
    }

    public override async Task DisposeAsync() => await Rig.DisposeAsync();

    protected override void PassUntilAnswered() => _time.Advance(TimeSpan.FromSeconds(30));

    protected override void PassUntilEnded() => _time.Advance(TimeSpan.FromMinutes(2));

    protected override IReadOnlyList<(string To, JsonObject Request)> Placed() =>
        [.. Rig.Ledger.Calls.Select(call => (call.To, call.Request))];
}
