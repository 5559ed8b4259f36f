using System.Text.Json.Nodes;
using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Tests.Telephony;

public sealed class SandboxContractTests : CallProviderContract
{
    private SandboxRig? _rig;

    protected override ICallProvider Provider => Rig.Provider;

    protected override DateTimeOffset Now => Rig.Time.GetUtcNow();

    private SandboxRig Rig => _rig ?? throw new InvalidOperationException("Not started.");

    public override async Task InitializeAsync() => _rig = await SandboxRig.StartAsync(speed: 1);

    public override async Task DisposeAsync() => await Rig.DisposeAsync();

    protected override void PassUntilAnswered() => Rig.Time.Advance(TimeSpan.FromMinutes(1));

    protected override void PassUntilEnded() => Rig.Time.Advance(SandboxRig.LongEnough);

    protected override IReadOnlyList<(string To, JsonObject Request)> Placed() =>
    [
        .. Rig.Ledger().Select(line => JsonNode.Parse(line)!.AsObject())
            .Select(line => ((string)line["to"]!, line["request"]!.AsObject())),
    ];
}
