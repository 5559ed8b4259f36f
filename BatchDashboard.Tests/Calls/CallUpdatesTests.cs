using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Calls;

public sealed class CallUpdatesTests
{
    [Theory]
    [InlineData(PlacementOutcome.NotSent)]
    [InlineData(PlacementOutcome.RateLimited)]
    [InlineData(PlacementOutcome.Rejected)]
    [InlineData(PlacementOutcome.AccountRefused)]
    [InlineData(PlacementOutcome.Unknown)]
    public async Task A_repeat_that_is_turned_away_does_not_free_a_call_that_the_provider_took(PlacementOutcome repeat)
    {
        await using var core = await CoreHost.StartAsync(("Providers:Sandbox:Speed", "0.1"));
        var id = await core.LaunchAsync("phone_number\n+12125550107");
        var attempt = await TakenAsync(core, id);
        Assert.Equal(CallStatus.Dialing, attempt.Status);

        var updates = core.Service<CallUpdates>();
        updates.Report(new CallUpdate.Placed(new AttemptKey(attempt.Key), new PlacementResult(repeat)));
        updates.Report(new CallUpdate.Reported(
            new ProviderCall(attempt.ProviderCallId!, new AttemptKey(attempt.Key), CallStatus.Completed)));

        var batch = await core.UntilFinalAsync(id);
        Assert.Equal(1, batch.Counts.Completed);
        Assert.False(batch.Paused);
        Assert.Single(core.Ledger.Read());
    }

    /// <summary>The attempt that the provider has taken and whose phone does not ring yet.</summary>
    private static async Task<CallAttempt> TakenAsync(CoreHost core, BatchId id)
    {
        CallAttempt? attempt = null;
        await Eventually.TrueAsync(
            async () =>
            {
                if ((await core.CallsAsync(id)) is [var call])
                    attempt = (await core.Service<CallQueries>().GetAsync(call.Id, default)).Value.LastAttempt;
                return attempt?.AcceptedAt is not null;
            },
            TimeSpan.FromSeconds(20),
            "the provider has taken the call");
        return attempt!;
    }
}
