using System.Text;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Tests.Compliance;

/// <summary>What the list does to batches: when their rows are read, and again when their calls are due.</summary>
public sealed class DoNotCallInBatchesTests
{
    private const string Recipients =
        """
        name,phone_number
        Emily,(212) 555-0123
        "O'Neil, Jr.",+12125550124
        Zoë,+12125550125
        """;

    [Fact]
    public async Task A_row_whose_number_is_on_the_list_is_skipped_in_the_dry_run_and_in_the_batch()
    {
        await using var core = await CoreHost.StartAsync();
        await BlockAsync(core, "+12125550123");
        await BlockAsync(core, "+12125550125");
        await ExpireAsync(core, "+12125550125");

        var draft = await core.DraftAsync(Recipients);
        var report = (await core.Service<DraftService>().GetAsync(draft, "tester", default)).Value.Report!;
        var id = (await core.LaunchAsync(draft)).Value;
        var batch = await core.UntilFinalAsync(id);

        Assert.Equal((2, 1), (report.Ready, report.SkippedByCode["do_not_call"]));
        var row = Assert.Single(await SkippedAsync(core, batch));
        Assert.Equal((2, "phone_number", "(212) 555-0123", "do_not_call"), (row.RowNumber, row.Column, row.Value, row.Code));
        Assert.Equal("This number is on the do-not-call list.", row.Message);
        Assert.Equal(["+12125550124", "+12125550125"], core.Ledger.Read().Select(call => call.To).Order());
        Assert.Equal(1, await core.Service<DoNotCallQueries>().CountBlockedCallsAsync(30, default));
    }

    [Fact]
    public async Task A_number_that_comes_onto_the_list_after_the_launch_is_not_dialled_and_joins_the_skipped_rows()
    {
        await using var core = await CoreHost.StartAsync();
        var waiting = await LaunchWaitingAsync(core, Recipients);
        await BlockAsync(core, "212-555-0124");
        await BlockAsync(core, "+12125550125");
        await ExpireAsync(core, "+12125550125");

        await StartNowAsync(core, waiting);
        var batch = await core.UntilFinalAsync(waiting.Id);

        Assert.Equal(BatchStatus.CompletedPartial, batch.Status);
        Assert.Equal((3, 1, 2), (batch.Counts.Total, batch.Counts.Skipped, batch.Counts.Successful + batch.Counts.Failed));
        Assert.Equal(["+12125550123", "+12125550125"], core.Ledger.Read().Select(call => call.To).Order());
        var row = Assert.Single(await SkippedAsync(core, batch));
        Assert.Equal((3, "phone_number", "+12125550124", "do_not_call"), (row.RowNumber, row.Column, row.Value, row.Code));
        Assert.Contains("after the launch", row.Message, StringComparison.Ordinal);
        Assert.Contains(
            "\"O'Neil, Jr.\",'+12125550124,3,phone_number,do_not_call,", await SkippedCsvAsync(core, batch), StringComparison.Ordinal);
        var call = (await core.Service<CallQueries>().GetAsync(row.Id, default)).Value;
        Assert.Equal(["queued", "skipped"], call.Events.Select(step => step.Name));
        Assert.Equal(0, call.Summary.Dials);
        Assert.Equal(1, await core.Service<DoNotCallQueries>().CountBlockedCallsAsync(30, default));
    }

    [Fact]
    public async Task A_batch_whose_last_numbers_come_onto_the_list_fails_as_one_without_a_valid_number_does()
    {
        await using var core = await CoreHost.StartAsync();
        var waiting = await LaunchWaitingAsync(core, Recipients);
        await BlockAsync(core, "+12125550123\n+12125550124\n+12125550125");

        await StartNowAsync(core, waiting);
        var batch = await core.UntilFinalAsync(waiting.Id);

        Assert.Equal((BatchStatus.Failed, "no_valid_recipients", 3), (batch.Status, batch.Code, batch.Counts.Skipped));
        Assert.Empty(core.Ledger.Read());
    }

    [Fact]
    public async Task Blocked_calls_take_no_line_from_those_that_may_be_dialled()
    {
        await using var core = await CoreHost.StartAsync(("Dispatch:MaxConcurrentCalls", "1"));
        var waiting = await LaunchWaitingAsync(core, CoreHost.Numbers(400));
        await BlockAsync(core, string.Join('\n', Enumerable.Range(0, 399).Select(CoreHost.Number)));

        await StartNowAsync(core, waiting);
        var batch = await core.UntilFinalAsync(waiting.Id);

        Assert.Equal(399, batch.Counts.Skipped);
        Assert.Equal(CoreHost.Number(399), Assert.Single(core.Ledger.Read()).To);
    }

    [Fact]
    public async Task A_call_object_that_is_blocked_when_its_turn_comes_is_listed_whole()
    {
        await using var core = await CoreHost.StartAsync();
        var file = Path.Combine(core.Service<DataDirectory>().Uploads, "entries.ndjson");
        string[] entries =
        [
            """{"phone_number":"+12125550123","voice":"maya","request_data":{"name":"Zoë"}}""",
            """{"phone_number":"+12125550124"}""",
        ];
        await File.WriteAllLinesAsync(file, entries);
        var id = await core.Service<BatchService>().LaunchAsync(
            new BatchPlan
            {
                Name = "Entries",
                SourceFile = "entries.ndjson",
                Source = BatchSource.Api,
                Rules = new ImportRules(new PhoneRules()),
                StartTime = TimeProvider.System.GetUtcNow().AddHours(1),
            },
            "tester",
            default);
        var waiting = await UntilWaitingAsync(core, id);
        await BlockAsync(core, "+12125550123\n+12125550124");

        await StartNowAsync(core, waiting);
        var batch = await core.UntilFinalAsync(waiting.Id);

        Assert.Equal(
            entries,
            await core.Service<RecipientQueries>().SkippedAsync(batch.Number, default)
                .Select(row => row.Problem.Original).ToListAsync());
        Assert.All(await SkippedAsync(core, batch), row => Assert.Equal("phone_number", row.Column));
    }

    [Fact]
    public async Task A_placement_in_doubt_is_not_repeated_for_a_number_that_came_onto_the_list()
    {
        await using var core = await CoreHost.StartAsync();
        var batch = await LaunchWaitingAsync(core, CoreHost.Numbers(2));

        // As a kill between the intent and the request leaves it.
        await core.Service<Database>().WriteAsync(
            WritePriority.Dispatch,
            context => Task.FromResult(context.Intend(
                core.InHand(context, batch.Number), 9, CoreHost.NoLimits, TimeProvider.System.GetUtcNow().AddHours(2))),
            default);
        await BlockAsync(core, CoreHost.Number(0));
        // Its answer is overdue, and no request can be on its way any more.
        await RunSqlAsync(
            core,
            """
            UPDATE calls SET deadline = 1;
            UPDATE call_attempts SET intended_at = intended_at - {0};
            UPDATE last_dials SET dialled_at = dialled_at - {0};
            """,
            TimeSpan.FromMinutes(122).Ticks);
        await StartNowAsync(core, batch);
        batch = await core.UntilFinalAsync(batch.Id);

        Assert.Equal(1, batch.Counts.Skipped);
        Assert.Equal(CoreHost.Number(1), Assert.Single(core.Ledger.Read()).To);
    }

    [Fact]
    public async Task A_load_that_goes_on_after_the_list_has_changed_gives_every_row_exactly_once()
    {
        await using var core = await CoreHost.StartAsync();
        await BlockAsync(core, CoreHost.Number(0));
        var (id, load) = await LaunchHalfLoadedAsync(core, CoreHost.Numbers(2500));
        await core.Service<DoNotCallList>().RemoveAsync(new(CoreHost.Number(0)), "gave consent", "tester", default);
        await BlockAsync(core, CoreHost.Number(1));
        await BlockAsync(core, CoreHost.Number(2400));

        await load.DisposeAsync();
        var batch = await core.UntilFinalAsync(id);

        Assert.Equal((2500, 3), (batch.Counts.Total, batch.Counts.Skipped));
        Assert.Equal(
            [(2, false), (3, true), (2402, false)],
            (await SkippedAsync(core, batch))
                .Select(row => (row.RowNumber, row.Message.Contains("after the launch", StringComparison.Ordinal))));
        Assert.Equal(2497, core.Ledger.DialsByNumber().Count);
        Assert.Equal(2497, core.Ledger.Read().Count);
    }

    /// <summary>A batch as a kill leaves it: its first rows are stored, and its load goes on when it is let go.</summary>
    private static async Task<(BatchId Id, IAsyncDisposable Load)> LaunchHalfLoadedAsync(CoreHost core, string csv)
    {
        var first = await LaunchWaitingAsync(core, csv);
        var load = await core.Service<Leases>().TryTakeAsync($"prepare:{first.Number + 1}", default);
        var batch = await core.Service<Database>().WriteAsync(
            WritePriority.Interactive,
            context => core.Service<BatchService>().AddAsync(context, first.Plan with { StartTime = null }, "tester", default),
            default);
        Assert.Equal(first.Number + 1, batch.Number);
        using var rows = await core.Service<BatchSources>().ReadAsync(batch.Plan, batch.CreatedAt, default).FirstAsync();
        await core.Service<Database>().WriteAsync(
            WritePriority.Bulk, context => Task.FromResult(context.Load(batch, rows, batch.CreatedAt)), default);
        return (batch.Id, load!);
    }

    /// <summary>A loaded batch that dials nobody before <see cref="StartNowAsync"/>.</summary>
    private static async Task<BatchSummary> LaunchWaitingAsync(CoreHost core, string csv) => await UntilWaitingAsync(
        core, await core.LaunchAsync(csv, draft => draft.StartTime = TimeProvider.System.GetUtcNow().AddHours(1)));

    private static Task<BatchSummary> UntilWaitingAsync(CoreHost core, BatchId id) =>
        core.UntilAsync(id, batch => batch.Status == BatchStatus.WaitingForScheduledCalls, "it waits");

    private static async Task BlockAsync(CoreHost core, string numbers)
    {
        var added = await core.Service<DoNotCallList>().AddAsync(
            numbers, "US", new DoNotCallTerms("asked", DoNotCallSource.Manual), "tester", default);
        Assert.Equal(0, added.Value.Refused);
    }

    private static Task<int> ExpireAsync(CoreHost core, string number) =>
        RunSqlAsync(core, "UPDATE do_not_call SET expires_at = 1 WHERE number = {0}", new PhoneNumber(number).Digits);

    private static Task<int> StartNowAsync(CoreHost core, BatchSummary batch) => RunSqlAsync(
        core, "UPDATE batches SET starts_at = NULL WHERE number = {0}", batch.Number);

    private static Task<int> RunSqlAsync(CoreHost core, string sql, params object[] values) =>
        core.Service<Database>().WriteAsync(
            WritePriority.Interactive, context => context.Database.ExecuteSqlRawAsync(sql, values), default);

    private static Task<IReadOnlyList<SkippedCall>> SkippedAsync(CoreHost core, BatchSummary batch) =>
        core.Service<SkippedRowQueries>().ListAsync(batch.Number, 10, 0, default);

    private static async Task<string> SkippedCsvAsync(CoreHost core, BatchSummary batch)
    {
        using var csv = new MemoryStream();
        var rows = core.Service<RecipientQueries>().SkippedAsync(batch.Number, default);
        await SkippedRowsCsv.WriteAsync(csv, batch.Plan.Layout?.Headers ?? SkippedRowsCsv.EntryHeaders, rows, new CsvStyle(), default);
        return Encoding.UTF8.GetString(csv.ToArray());
    }
}
