using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Dispatching;

public sealed class EngineTests
{
    private const string SeedTable =
        """
        phone_number,business_name,previous_customer,champion_name,webhook
        +12345678909,South Bay Coffee,Yes,Sarah H,https://example.com/webhook1
        +10987654321,John's Laundry,No,John W,https://example.com/webhook2
        """;

    [Fact]
    public async Task The_first_table_of_the_seed_ends_partial_with_its_invalid_number_skipped()
    {
        await using var core = await CoreHost.StartAsync();

        var id = await core.LaunchAsync(SeedTable, draft => draft.Settings["task"] = "Call {{business_name}}.");
        var batch = await core.UntilFinalAsync(id);

        Assert.Equal(BatchStatus.CompletedPartial, batch.Status);
        Assert.Equal(2, batch.Counts.Total);
        Assert.Equal(1, batch.Counts.Successful);
        var skipped = Assert.Single(await core.CallsAsync(id, CallStatus.Skipped));
        Assert.Equal("invalid", skipped.ErrorCode);
        var call = Assert.Single(await core.CallsAsync(id));
        Assert.Equal("+12345678909", call.ToNumber);
        Assert.Equal("+12345678909", Assert.Single(core.Ledger.Read()).To);
        var detail = (await core.Service<CallQueries>().GetAsync(call.Id, default)).Value;
        Assert.Equal("South Bay Coffee", detail.Variables["business_name"]);
    }

    [Fact]
    public async Task Every_recipient_is_dialled_once_and_every_counter_is_true()
    {
        await using var core = await CoreHost.StartAsync();

        var batch = await core.UntilFinalAsync(await core.LaunchAsync(CoreHost.Numbers(1200)));

        Assert.Equal(1200, batch.Counts.Total);
        Assert.True(batch.Chunked);
        Assert.All(core.Ledger.DialsByNumber(), dials => Assert.Equal(1, dials.Value));
        Assert.Equal(1200, core.Ledger.Read().Count);
        var calls = await core.CallsAsync(batch.Id);
        foreach (var status in Enum.GetValues<CallStatus>())
            Assert.Equal(calls.Count(call => call.Status == status), batch.Counts.Of(status));
    }

    [Fact]
    public async Task Of_fifty_launches_of_one_draft_one_makes_a_batch()
    {
        await using var core = await CoreHost.StartAsync();
        var draft = await core.DraftAsync(CoreHost.Numbers(3));

        var launches = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => core.LaunchAsync(draft))));

        var won = Assert.Single(launches, launch => launch.IsSuccess).Value;
        Assert.All(
            launches.Where(launch => !launch.IsSuccess),
            launch =>
            {
                Assert.Equal(DraftErrors.AlreadyLaunchedCode, launch.Error.Code);
                Assert.Equal(won.ToString(), launch.Error.Field);
            });
        Assert.Single(await core.Service<BatchQueries>().ListAsync(BatchFilter.All, 10, null, 0, default));
    }

    [Fact]
    public async Task A_batch_without_a_valid_number_fails_and_says_so()
    {
        await using var core = await CoreHost.StartAsync();
        var draft = await core.DraftAsync(SeedTable);
        await core.Service<DraftService>().ChangeAsync(draft, "tester", d => d.Phone = d.Phone with { AllowedCountries = ["DE"] }, default);

        var batch = await core.UntilFinalAsync((await core.LaunchAsync(draft)).Value);

        Assert.Equal(BatchStatus.Failed, batch.Status);
        Assert.Equal("no_valid_recipients", batch.Code);
        Assert.Equal(2, batch.Counts.Skipped);
        Assert.Empty(core.Ledger.Read());
    }

    [Fact]
    public async Task A_cancel_reaches_what_waits_and_lets_calls_in_progress_finish()
    {
        await using var core = await CoreHost.StartAsync(
            ("Dispatch:MaxConcurrentCalls", "5"), ("Providers:Sandbox:Speed", "20"));
        var id = await core.LaunchAsync(CoreHost.Numbers(500));
        await core.UntilAsync(id, batch => batch.Counts.InFlight == 5, "five calls in flight");

        await core.Service<BatchService>().StopAsync(id, hangUp: false, "tester", default);
        var batch = await core.UntilFinalAsync(id);

        Assert.Equal(BatchStatus.Cancelled, batch.Status);
        Assert.Equal(500, batch.Counts.Total);
        // All but those whose requests had left: an intent whose request had not is taken back.
        Assert.InRange(batch.Counts.Canceled, 400, 500);
        Assert.Equal(core.Ledger.Read().Count, batch.Counts.Successful + batch.Counts.Failed);
    }

    [Fact]
    public async Task A_cancel_that_hangs_up_ends_long_calls()
    {
        await using var core = await CoreHost.StartAsync(("Providers:Sandbox:Speed", "1"));
        var id = await core.LaunchAsync("phone_number\n+12125550107");
        await core.UntilAsync(id, batch => batch.Counts.Ringing + batch.Counts.InProgress == 1, "the call rings");

        await core.Service<BatchService>().StopAsync(id, hangUp: true, "tester", default);
        var batch = await core.UntilFinalAsync(id);

        Assert.Equal(BatchStatus.Cancelled, batch.Status);
        Assert.Equal(1, batch.Counts.Canceled);
    }

    [Fact]
    public async Task A_cancel_tells_how_many_calls_were_hung_up_and_how_many_never_dialled()
    {
        await using var core = await CoreHost.StartAsync(("Providers:Sandbox:Speed", "1"), ("Dispatch:MaxConcurrentCalls", "2"));
        var id = await core.LaunchAsync("phone_number\n+12125550107\n+12135550107\n+13125550107\n+14155550107\n+16175550107");
        await core.UntilAsync(id, batch => batch.Counts.Ringing + batch.Counts.InProgress == 2, "two calls ring");

        await core.Service<BatchService>().StopAsync(id, hangUp: true, "tester", default);
        var batch = await core.UntilFinalAsync(id);

        Assert.Equal("3 calls were cancelled before being dialled, and 2 calls were hung up.", batch.Reason);
    }

    [Fact]
    public async Task A_batch_whose_every_row_has_a_time_of_its_own_waits_and_takes_no_lines_from_others()
    {
        await using var core = await CoreHost.StartAsync(("Dispatch:MaxConcurrentCalls", "1"));
        var later = await core.LaunchAsync(
            "phone_number,when\n+12125550101,2099-01-01 09:00:00\n+12135550101,2099-01-02 09:00:00",
            draft =>
            {
                draft.Columns = [draft.Columns![0], new(Core.Imports.ColumnUse.Setting, "start_time")];
                draft.Priority = 1;
            });
        await core.UntilAsync(later, batch => batch.Status == BatchStatus.WaitingForScheduledCalls, "it waits");

        var now = await core.LaunchAsync("phone_number\n+13125550101");

        Assert.Equal(1, (await core.UntilFinalAsync(now)).Counts.Busy);
    }

    [Fact]
    public async Task A_batch_that_is_paused_stays_so_when_it_begins_to_wait_for_its_start()
    {
        await using var core = await CoreHost.StartAsync();
        var id = await core.LaunchAsync(
            CoreHost.Numbers(1), draft => draft.StartTime = TimeProvider.System.GetUtcNow().AddHours(1));
        var batch = await core.UntilAsync(id, b => b.Status == BatchStatus.WaitingForScheduledCalls, "it waits");
        await core.Service<BatchService>().PauseAsync(id, "tester", default);
        var halted = core.Service<HaltedBatches>();
        Assert.True(halted.Contains(batch.Number));

        await core.Service<Database>().WriteAsync(
            WritePriority.Interactive, context => Task.FromResult(context.Run("UPDATE batches SET status = 'dispatching'")), default);

        await core.UntilAsync(id, b => b.Status == BatchStatus.WaitingForScheduledCalls, "it waits again");
        Assert.True(halted.Contains(batch.Number));
    }

    [Fact]
    public async Task No_more_calls_are_in_flight_than_the_batch_allows()
    {
        await using var core = await CoreHost.StartAsync(("Providers:Sandbox:Speed", "100"));
        var most = 0;
        var id = await core.LaunchAsync(CoreHost.Numbers(60), draft => draft.MaxConcurrent = 3);

        var batch = await core.UntilAsync(
            id,
            batch =>
            {
                most = Math.Max(most, batch.Counts.InFlight);
                return batch.Status.IsFinal();
            },
            "a final status");

        Assert.Equal(60, batch.Counts.Total);
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task A_batch_that_starts_later_waits_and_dials_nobody()
    {
        await using var core = await CoreHost.StartAsync();

        var id = await core.LaunchAsync(
            CoreHost.Numbers(2), draft => draft.StartTime = TimeProvider.System.GetUtcNow().AddHours(1));
        await core.UntilAsync(id, batch => batch.Status == BatchStatus.WaitingForScheduledCalls, "it waits");

        Assert.Empty(core.Ledger.Read());
        await core.Service<BatchService>().StopAsync(id, hangUp: false, "tester", default);
        Assert.Equal(BatchStatus.Cancelled, (await core.UntilFinalAsync(id)).Status);
    }

    [Fact]
    public async Task A_paused_batch_dials_nobody_until_it_is_resumed()
    {
        await using var core = await CoreHost.StartAsync(
            ("Dispatch:MaxConcurrentCalls", "2"), ("Providers:Sandbox:Speed", "50"));
        var id = await core.LaunchAsync(CoreHost.Numbers(30));
        await core.UntilAsync(id, batch => batch.Counts.InFlight > 0, "it dials");

        await core.Service<BatchService>().PauseAsync(id, "tester", default);
        var paused = await core.UntilAsync(id, batch => batch.Counts.InFlight == 0, "calls in flight end");
        Assert.True(paused.Paused);
        Assert.InRange(paused.Counts.Waiting, 1, 29);
        await core.Service<BatchService>().ResumeAsync(id, "tester", default);

        var batch = await core.UntilFinalAsync(id);
        Assert.Equal(0, batch.Counts.Canceled);
        Assert.All(core.Ledger.DialsByNumber(), dials => Assert.Equal(1, dials.Value));
    }

    [Fact]
    public async Task A_batch_whose_file_is_gone_fails_and_says_so()
    {
        await using var core = await CoreHost.StartAsync();
        var draft = await core.DraftAsync(SeedTable);
        var stored = (await core.Service<DraftService>().GetAsync(draft, "tester", default)).Value.Source!.StoredAs;
        core.Service<DraftFiles>().Remove(stored);

        var batch = await core.UntilFinalAsync((await core.LaunchAsync(draft)).Value);

        Assert.Equal(BatchStatus.Failed, batch.Status);
        Assert.Equal("file_is_gone", batch.Code);
        Assert.Equal(0, batch.Counts.Total);
    }

    [Fact]
    public async Task A_slow_batch_gives_its_worker_back_instead_of_waiting_for_its_next_call()
    {
        await using var core = await CoreHost.StartAsync();
        var id = await core.LaunchAsync(CoreHost.Numbers(3), draft => draft.MaxCallsPerSecond = 0.001);
        var batch = await core.UntilAsync(id, b => b.Status == BatchStatus.Dispatching, "its rows are loaded");

        var slice = core.Service<SliceRunner>().RunAsync(batch.Number, slice: 7, default);

        await Eventually.TrueAsync(() => slice.IsCompletedSuccessfully, TimeSpan.FromSeconds(10), "the slice has ended");
        Assert.Equal(3, (await core.GetAsync(id)).Counts.Waiting);
    }
}
