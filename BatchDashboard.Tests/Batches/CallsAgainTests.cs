using BatchDashboard.Core;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Data;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Batches;

public sealed class CallsAgainTests
{
    private const string By = "tester";

    private const string EveryOutcome =
        """
        phone_number,business_name
        +12123000101,Busy Bakery
        12,Nobody
        +12123000102,No Answer Nails
        +12123000103,Voicemail Vets
        +12123000104,Failed Florist
        +12123000105,Answered Autos
        """;

    [Theory]
    [InlineData(CallStatus.Busy, 2)]
    [InlineData(CallStatus.NoAnswer, 4)]
    [InlineData(CallStatus.Voicemail, 5)]
    [InlineData(CallStatus.Failed, 6)]
    [InlineData(CallStatus.Completed, 7)]
    public async Task Those_of_an_outcome_are_called_again_with_all_that_their_rows_say(CallStatus outcome, int row)
    {
        await using var core = await CoreHost.StartAsync(CallsInReview.SameNumberAtOnce);
        var old = await EndedAsync(core);
        var before = Assert.Single(await core.CallsAsync(old.Id, outcome));

        var id = (await LaunchAsync(core, old, outcome)).Value;
        var batch = await core.UntilFinalAsync(id);

        var again = Assert.Single(await core.CallsAsync(id));
        Assert.Equal((row, before.ToNumber, outcome), (again.RowNumber, again.ToNumber, again.Status));
        var (first, second) = (await DetailAsync(core, before), await DetailAsync(core, again));
        Assert.Equal(first.Settings.ToJsonString(), second.Settings.ToJsonString());
        Assert.Equal(first.Variables, second.Variables);
        Assert.Equal(($"{old.Name}, again", 1, 1), (batch.Name, batch.Counts.Total, batch.Plan.Rows));
        Assert.Equal(2, core.Ledger.Read().Count(dial => dial.To == before.ToNumber));
    }

    [Fact]
    public async Task The_batch_keeps_the_plan_and_both_logs_lead_to_the_other()
    {
        await using var core = await CoreHost.StartAsync(CallsInReview.SameNumberAtOnce);
        var old = await EndedAsync(core);

        var batch = await core.UntilFinalAsync((await LaunchAsync(core, old, CallStatus.Busy, CallStatus.NoAnswer)).Value);

        Assert.Equal(2, batch.Counts.Total);
        Assert.Equal((7, 3), (batch.Plan.MaxConcurrent, batch.Limits.Priority));
        Assert.Equal(old.Plan.Settings.ToJsonString(), batch.Plan.Settings.ToJsonString());
        var repeats = batch.Plan.Repeats!;
        Assert.Equal((old.Id.Value, null), (repeats.BatchId, repeats.RowNumber));
        Assert.Equal([CallStatus.NoAnswer, CallStatus.Busy], repeats.Outcomes!);
        Assert.Equal((2, batch.Id.ToString()), await LoggedAsync(core, old.Number, "calls_again"));
        Assert.Equal((2, old.Id.ToString()), await LoggedAsync(core, batch.Number, "repeats_calls"));
    }

    [Fact]
    public async Task Whose_call_is_not_over_or_under_review_is_left_out_with_every_row_of_that_number()
    {
        await using var core = await CoreHost.StartAsync();
        var old = await WaitingAsync(core, "phone_number\n" + string.Join('\n', new[] { 0, 1, 2, 3, 3, 1, 4 }.Select(CoreHost.Number)));
        // Row 5 may still be dialled, and row 6 has its number; row 3 is under review, and row 7 has its number.
        await SetAsync(core, old, (2, "no_answer"), (3, "review"), (4, "skipped"), (6, "no_answer"), (7, "no_answer"), (8, "ringing"));

        var counts = await core.Service<CallsAgain>().CountAsync(old.Number, default);
        var id = (await LaunchAsync(core, old, Enum.GetValues<CallStatus>())).Value;

        Assert.Equal([(CallStatus.NoAnswer, 1)], counts.Select(count => (count.Key, count.Value)));
        Assert.Equal([2], (await core.CallsAsync(id)).Select(call => call.RowNumber));
    }

    [Fact]
    public async Task A_number_that_another_batch_is_calling_is_left_out()
    {
        await using var core = await CoreHost.StartAsync();
        var old = await WaitingAsync(core, CoreHost.Numbers(2));
        var other = await WaitingAsync(core, CoreHost.Numbers(1));
        await SetAsync(core, old, (2, "busy"), (3, "busy"));
        await SetAsync(core, other, (2, "in_progress"));

        var id = (await LaunchAsync(core, old, CallStatus.Busy)).Value;

        Assert.Equal([3], (await core.CallsAsync(id)).Select(call => call.RowNumber));
    }

    [Fact]
    public async Task Without_anybody_to_call_no_batch_is_made()
    {
        await using var core = await CoreHost.StartAsync();
        var old = await core.LaunchIntoReviewAsync(CoreHost.Numbers(2));

        var launched = await LaunchAsync(core, old, [.. CallsAgain.Outcomes, CallStatus.Review]);

        Assert.Equal("NOBODY_TO_CALL", launched.Error.Code);
        Assert.Empty(await core.Service<CallsAgain>().CountAsync(old.Number, default));
        Assert.Equal(1, await BatchesAsync(core));
    }

    [Fact]
    public async Task Of_twenty_clicks_at_once_one_makes_the_batch_and_the_others_are_told_the_same()
    {
        await using var core = await CoreHost.StartAsync();
        var old = await EndedAsync(core);
        var again = core.Service<CallsAgain>();
        var launchAs = again.NextId();

        var launched = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => again.LaunchAsync(old.Id, launchAs, [CallStatus.Busy], By, default)));

        Assert.All(launched, result => Assert.Equal(launchAs, result.Value));
        Assert.Equal(2, await BatchesAsync(core));
        Assert.Single(await core.CallsAsync(launchAs));
    }

    [Fact]
    public async Task Who_came_onto_the_do_not_call_list_meanwhile_is_not_called()
    {
        await using var core = await CoreHost.StartAsync(CallsInReview.SameNumberAtOnce);
        var old = await EndedAsync(core);
        await core.Service<DoNotCallList>().AddAsync(
            "+12123000101", "US", new DoNotCallTerms("asked not to be called", DoNotCallSource.Manual), By, default);

        var batch = await core.UntilFinalAsync((await LaunchAsync(core, old, CallStatus.Busy, CallStatus.Failed)).Value);

        Assert.Equal((1, 1), (batch.Counts.Skipped, batch.Counts.Failed));
        Assert.Single(core.Ledger.Read(), dial => dial.To == "+12123000101");
    }

    private static async Task<BatchSummary> EndedAsync(CoreHost core) => await core.UntilFinalAsync(await core.LaunchAsync(
        EveryOutcome,
        draft =>
        {
            draft.Settings["task"] = "Call {{business_name}}.";
            (draft.MaxConcurrent, draft.Priority) = (7, 3);
        }));

    private static async Task<BatchSummary> WaitingAsync(CoreHost core, string csv)
    {
        var id = await core.LaunchAsync(
            csv,
            draft =>
            {
                draft.CallDuplicates = true;
                draft.StartTime = TimeProvider.System.GetUtcNow().AddHours(1);
            });
        return await core.UntilAsync(id, batch => batch.Status == BatchStatus.WaitingForScheduledCalls, "it waits");
    }

    private static Task SetAsync(CoreHost core, BatchSummary batch, params (int Row, string Status)[] calls) =>
        core.Service<Database>().WriteAsync(
            WritePriority.Interactive,
            context =>
            {
                foreach (var (row, status) in calls)
                    context.Run("UPDATE calls SET status = @status WHERE key = @key", ("@status", status), ("@key", new CallKey(batch.Number, row).Value));
                return Task.CompletedTask;
            },
            default);

    private static Task<Result<BatchId>> LaunchAsync(CoreHost core, BatchSummary old, params CallStatus[] outcomes)
    {
        var again = core.Service<CallsAgain>();
        return again.LaunchAsync(old.Id, again.NextId(), outcomes, By, default);
    }

    private static async Task<CallDetail> DetailAsync(CoreHost core, CallSummary call) =>
        (await core.Service<CallQueries>().GetAsync(call.Id, default)).Value;

    private static async Task<int> BatchesAsync(CoreHost core) =>
        (await core.Service<BatchQueries>().ListAsync(BatchFilter.All, 10, null, 0, default)).Count;

    private static async Task<(int Calls, string Other)> LoggedAsync(CoreHost core, int batch, string action)
    {
        var line = Assert.Single(
            await core.Service<BatchLogQueries>().ListOwnAsync(batch, 100, null, default),
            line => line.Event == LogEvent.Operator && (string?)line.Payload["action"] == action);
        return ((int)line.Payload["calls"]!, (string)line.Payload["batch_id"]!);
    }
}
