using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Dispatching;

/// <summary>Calls that a kill left between their intent and their request.</summary>
public sealed class RecoveryTests
{
    private const string Owner = "tester";

    [Fact]
    public async Task A_call_whose_request_never_left_is_placed_once_under_its_key()
    {
        await using var core = await StartAsync();
        var id = await InterruptedAsync(core, _ => Task.CompletedTask);

        await core.UntilAsync(id, batch => batch.Counts.Successful + batch.Counts.Failed == 1, "the call is over");

        Assert.Single(core.Ledger.Read());
    }

    [Fact]
    public async Task A_call_whose_request_never_left_is_not_placed_while_its_batch_is_paused()
    {
        await using var core = await StartAsync();
        var service = core.Service<BatchService>();
        var id = await InterruptedAsync(core, batch => service.PauseAsync(batch, Owner, default));

        var batch = await core.UntilAsync(id, b => b.Counts.InFlight == 0, "the call is no longer in doubt");

        Assert.Equal(2, batch.Counts.Waiting);
        Assert.True(batch.Paused);
        Assert.Empty(core.Ledger.Read());
    }

    [Fact]
    public async Task A_call_whose_request_never_left_is_not_placed_while_all_dialling_is_stopped()
    {
        await using var core = await StartAsync();
        var id = await InterruptedAsync(core, _ => core.Service<DialSwitch>().StopAllAsync(Owner, default));

        var batch = await core.UntilAsync(id, b => b.Counts.InFlight == 0, "the call is no longer in doubt");

        Assert.Equal(2, batch.Counts.Waiting);
        Assert.Empty(core.Ledger.Read());
    }

    [Fact]
    public async Task A_call_whose_request_never_left_is_cancelled_with_its_batch()
    {
        await using var core = await StartAsync();
        var service = core.Service<BatchService>();
        var id = await InterruptedAsync(core, batch => service.StopAsync(batch, hangUp: false, Owner, default));

        var batch = await core.UntilFinalAsync(id);

        Assert.Equal(BatchStatus.Cancelled, batch.Status);
        Assert.Equal(2, batch.Counts.Canceled);
        Assert.Empty(core.Ledger.Read());
    }

    // So slow that nothing is dialled but what the test itself intends.
    private static Task<CoreHost> StartAsync() => CoreHost.StartAsync(("Dispatch:MaxCallsPerSecond", "0.0001"));

    /// <summary>A batch of two, one of whose calls has its intent committed and no request sent.</summary>
    private static async Task<BatchId> InterruptedAsync(CoreHost core, Func<BatchId, Task> meanwhile)
    {
        var id = await core.LaunchAsync(CoreHost.Numbers(2));
        var batch = await core.UntilAsync(id, b => b.Status == BatchStatus.Dispatching, "its rows are loaded");
        // So long ago that no request can be on its way still.
        var now = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        var intended = await core.Service<Database>().WriteAsync(
            WritePriority.Dispatch,
            context => Task.FromResult(context.Intend(core.InHand(context, batch.Number), permits: 1, CoreHost.NoLimits, now)),
            default);
        Assert.Single(intended.Intents);
        await meanwhile(id);
        await core.Service<Database>().WriteAsync(
            WritePriority.Dispatch,
            context => Task.FromResult(context.Run("UPDATE calls SET deadline = @now WHERE deadline IS NOT NULL", ("@now", now))),
            default);
        return id;
    }
}
