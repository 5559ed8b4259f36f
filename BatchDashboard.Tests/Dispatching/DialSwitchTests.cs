using BatchDashboard.Core.Data;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Tests.Support;
using Microsoft.Data.Sqlite;

namespace BatchDashboard.Tests.Dispatching;

public sealed class DialSwitchTests
{
    private const string By = "tester";

    [Fact]
    public async Task A_stop_that_could_not_be_stored_does_not_count_as_done_and_can_be_tried_again()
    {
        await using var core = await CoreHost.StartAsync();
        var dialling = core.Service<DialSwitch>();
        await RunAsync(
            core, "CREATE TRIGGER full BEFORE INSERT ON installation WHEN NEW.name = 'dialling_stopped' BEGIN SELECT RAISE(ABORT, 'full'); END");

        await Assert.ThrowsAsync<SqliteException>(() => dialling.StopAllAsync(By, default));

        Assert.Null(dialling.Stop);
        Assert.False(core.Service<HaltedBatches>().All);
        await RunAsync(core, "DROP TRIGGER full");
        await dialling.StopAllAsync(By, default);
        Assert.Equal(By, dialling.Stop?.By);
        Assert.True(core.Service<HaltedBatches>().All);
        await dialling.LoadAsync(default);
        Assert.Equal(By, dialling.Stop?.By);
    }

    [Fact]
    public async Task A_resume_that_could_not_be_stored_leaves_everything_stopped()
    {
        await using var core = await CoreHost.StartAsync();
        var dialling = core.Service<DialSwitch>();
        await dialling.StopAllAsync(By, default);
        await RunAsync(
            core, "CREATE TRIGGER full BEFORE DELETE ON installation WHEN OLD.name = 'dialling_stopped' BEGIN SELECT RAISE(ABORT, 'full'); END");

        await Assert.ThrowsAsync<SqliteException>(() => dialling.ResumeAllAsync(By, default));

        Assert.Equal(By, dialling.Stop?.By);
        Assert.True(core.Service<HaltedBatches>().All);
    }

    [Fact]
    public async Task A_stop_that_comes_while_a_resume_waits_for_its_turn_holds()
    {
        await using var core = await CoreHost.StartAsync();
        var dialling = core.Service<DialSwitch>();
        await dialling.StopAllAsync(By, default);
        var (isHeld, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var holder = core.Service<Database>().WriteAsync(
            WritePriority.Dispatch,
            async _ =>
            {
                isHeld.SetResult();
                await release.Task;
            },
            default);
        await isHeld.Task;

        var resume = dialling.ResumeAllAsync(By, default);
        var stop = dialling.StopAllAsync("another", default);
        release.SetResult();
        await Task.WhenAll(holder, resume, stop);

        Assert.Equal("another", dialling.Stop?.By);
        Assert.True(core.Service<HaltedBatches>().All);
    }

    private static Task<int> RunAsync(CoreHost core, string sql) => core.Service<Database>().WriteAsync(
        WritePriority.Interactive, context => Task.FromResult(context.Run(sql)), default);
}
