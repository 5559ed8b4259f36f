using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Tests.Support;
using BatchDashboard.Tests.Telephony.BlandFake;

namespace BatchDashboard.Tests.Telephony;

/// <summary>Whole batches against a provider that fails in every way it can.</summary>
public sealed class BlandBatchTests
{
    private const int Rows = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Nobody_is_called_twice_and_nobody_is_lost_however_the_provider_fails(int seed)
    {
        await using var fake = await FakeBland.StartAsync(new()
        {
            Seed = seed,
            FaultShare = 0.5,
            CallLength = TimeSpan.FromSeconds(1),
            ListLag = TimeSpan.FromSeconds(1),
            RetryAfterSeconds = 1,
            Callbacks = 0,
        });
        await using var core = await StartAsync(fake, ("Dispatch:ReviewAfterSeconds", "8"));

        var id = await core.LaunchAsync(CoreHost.Numbers(Rows));
        var batch = await core.UntilAsync(
            id, b => b.Counts.Total == Rows && b.Counts.Waiting == 0 && b.Counts.InFlight == 0, "every call is settled");

        Assert.All(fake.Ledger.Calls.GroupBy(call => call.To), calls => Assert.Single(calls));
        var settled = await core.CallsAsync(id);
        Assert.Equal(Rows, settled.Count);
        var placed = fake.Ledger.Calls.Select(call => call.To).ToHashSet();
        // What is in review was looked for and is not there; all others were placed.
        Assert.All(
            settled.Where(call => call.Status == CallStatus.Review), call => Assert.DoesNotContain(call.ToNumber!, placed));
        Assert.Equal(placed.Count, settled.Count(call => call.Status != CallStatus.Review));
        Assert.Contains(settled, call => call.Status == CallStatus.Review);
        Assert.Contains(settled, call => call.Status == CallStatus.Completed);
        Assert.Equal(BatchStatus.CompletedPartial, (await core.UntilFinalAsync(id)).Status);
    }

    [Theory]
    [InlineData(FakeFault.OutOfBalance, "account_refused", "Balance too low")]
    [InlineData(FakeFault.DailyCap, "daily_cap", "Daily call limit reached")]
    [InlineData(FakeFault.Unauthorized, "account_refused", "Invalid key")]
    [InlineData(FakeFault.Forbidden, "account_refused", "Account suspended")]
    public async Task A_refused_account_pauses_the_batch_and_the_rest_of_the_list_stays_untouched(
        FakeFault fault, string code, string words)
    {
        await using var fake = await FakeBland.StartAsync();
        await using var core = await StartAsync(fake, ("Dispatch:MaxConcurrentCalls", "1"));
        fake.Ledger.Plan(CoreHost.Number(0), fault);

        var id = await core.LaunchAsync(CoreHost.Numbers(5));
        var batch = await core.UntilAsync(id, b => b.Paused, "it is paused");

        Assert.Equal((code, words), (batch.Code, batch.Reason));
        Assert.Equal(5, batch.Counts.Waiting);
        Assert.Empty(fake.Ledger.Calls);

        await core.Service<BatchService>().ResumeAsync(id, "tester", default);
        await core.UntilFinalAsync(id);
        Assert.Equal(5, fake.Ledger.Calls.Count);
    }

    [Fact]
    public async Task A_batch_is_hung_up_with_one_request_per_call_that_is_heard()
    {
        await using var fake = await FakeBland.StartAsync(new()
        {
            CallLength = TimeSpan.FromHours(1),
            Callbacks = 0,
            HangUpTakes = TimeSpan.FromSeconds(4),
        });
        await using var core = await StartAsync(fake);
        var id = await core.LaunchAsync(CoreHost.Numbers(3));
        await core.UntilAsync(id, b => b.Counts.InFlight == 3 && fake.Ledger.Calls.Count == 3 && b.Status == BatchStatus.InProgress, "all are in progress");

        fake.FailStops(1);
        await core.Service<BatchService>().StopAsync(id, hangUp: true, "tester", default);

        Assert.Equal(BatchStatus.Cancelled, (await core.UntilFinalAsync(id)).Status);
        Assert.Equal(3 + 1, fake.Stops);
        Assert.All(fake.Ledger.Calls, call => Assert.NotNull(call.StoppedAt));
    }

    [Fact]
    public async Task Somebody_on_the_provider_s_black_list_fails_with_its_words_and_the_others_are_called()
    {
        await using var fake = await FakeBland.StartAsync(new() { CallLength = TimeSpan.FromSeconds(1), RetryAfterSeconds = 1 });
        await using var core = await StartAsync(fake);
        fake.Ledger.Plan(CoreHost.Number(0), FakeFault.Blacklisted);
        fake.Ledger.Plan(CoreHost.Number(1), FakeFault.TooMany);

        var id = await core.LaunchAsync(CoreHost.Numbers(3));
        await core.UntilFinalAsync(id);

        var failed = Assert.Single(await core.CallsAsync(id, CallStatus.Failed), call => call.ToNumber == CoreHost.Number(0));
        var detail = (await core.Service<CallQueries>().GetAsync(failed.Id, default)).Value;
        Assert.Equal("This number is blacklisted", detail.LastAttempt!.ErrorMessage);
        Assert.Equal([0, 1, 1], Enumerable.Range(0, 3).Select(index => fake.Ledger.CallsTo(CoreHost.Number(index)).Count()));
        Assert.Equal([1, 2, 1], Enumerable.Range(0, 3).Select(index => fake.Ledger.Arrivals(CoreHost.Number(index))));
    }

    private static Task<CoreHost> StartAsync(FakeBland fake, params (string Key, string Value)[] settings) =>
        CoreHost.StartAsync([.. fake.Settings().Select(setting => (setting.Key, setting.Value)), .. settings]);
}
