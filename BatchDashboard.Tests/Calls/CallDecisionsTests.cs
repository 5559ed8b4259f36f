using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Tests.Calls;

public sealed class CallDecisionsTests
{
    private const string By = "tester";

    private const string Recipients =
        """
        phone_number,business_name,voice
        12,Nobody,june
        +12125551000,South Bay Coffee,june
        """;

    [Fact]
    public async Task A_call_that_was_called_is_closed_with_its_reason_and_on_record()
    {
        await using var core = await CoreHost.StartAsync();
        var batch = await core.LaunchIntoReviewAsync(CoreHost.Numbers(2));
        var call = (await core.CallsAsync(batch.Id, CallStatus.Review))[0];

        var decided = await core.Service<CallDecisions>().WasCalledAsync(call.Id, By, default);

        Assert.True(decided.IsSuccess);
        var closed = Assert.Single(await core.CallsAsync(batch.Id, CallStatus.Unknown));
        Assert.Equal((call.Id, "placement_unknown"), (closed.Id, closed.ErrorCode));
        var counts = (await core.GetAsync(batch.Id)).Counts;
        Assert.Equal((1, 1, 2), (counts.Unknown, counts.Review, counts.Total));
        Assert.Equal([(AuditAction.ReviewedAsCalled, call.Id.ToString(), By)], await AuditAsync(core));
        var entry = Assert.Single(await LogAsync(core, batch.Number, "review_was_called"));
        Assert.Equal((call.RowNumber, call.Id.ToString()), ((int)entry["row_number"]!, (string)entry["call_id"]!));
        Assert.Contains((await core.Service<CallQueries>().GetAsync(call.Id, default)).Value.Events, step => step.Name == "unknown");
    }

    [Fact]
    public async Task A_decision_about_a_call_of_another_time_with_the_same_key_is_not_taken_for_one_about_this()
    {
        await using var core = await CoreHost.StartAsync();
        var batch = await core.LaunchIntoReviewAsync(CoreHost.Numbers(1));
        var call = Assert.Single(await core.CallsAsync(batch.Id, CallStatus.Review));
        var beforeARestore = core.Service<CallIds>().Of(call.Key, call.CreatedAt.AddMilliseconds(-1));

        var decided = await core.Service<CallDecisions>().WasCalledAsync(beforeARestore, By, default);

        Assert.Equal(CallErrors.NotFound(beforeARestore.ToString()).Code, decided.Error?.Code);
        Assert.Single(await core.CallsAsync(batch.Id, CallStatus.Review));
    }

    [Fact]
    public async Task A_call_that_is_made_again_keeps_all_that_its_row_says_in_a_batch_of_its_own()
    {
        await using var core = await CoreHost.StartAsync(CallsInReview.SameNumberAtOnce);
        var old = await core.LaunchIntoReviewAsync(Recipients, draft => draft.Settings["task"] = "Call {{business_name}}.");
        var call = Assert.Single(await core.CallsAsync(old.Id, CallStatus.Review));
        var before = (await core.Service<CallQueries>().GetAsync(call.Id, default)).Value;

        var id = (await core.Service<CallDecisions>().CallAgainAsync(call.Id, By, default)).Value;
        var batch = await core.UntilFinalAsync(id);

        Assert.Equal("+12125551000", Assert.Single(core.Ledger.Read()).To);
        var again = Assert.Single(await core.CallsAsync(id));
        var after = (await core.Service<CallQueries>().GetAsync(again.Id, default)).Value;
        Assert.Equal(before.Settings.ToJsonString(), after.Settings.ToJsonString());
        Assert.Equal(before.Variables, after.Variables);
        Assert.Equal((3, 1, 1), (again.RowNumber, batch.Counts.Total, batch.Counts.Successful));
        Assert.Equal($"{old.Name}, row 3 again", batch.Name);
        Assert.Equal(new RepeatedCalls(old.Id.Value, 3), batch.Plan.Repeats);
        Assert.Equal(CallStatus.Unknown, Assert.Single(await core.CallsAsync(old.Id)).Status);
        Assert.Equal(id.ToString(), (string)Assert.Single(await LogAsync(core, old.Number, "review_call_again"))["batch_id"]!);
        Assert.Equal(old.Id.ToString(), (string)Assert.Single(await LogAsync(core, batch.Number, "repeats_call"))["batch_id"]!);
        Assert.Equal([(AuditAction.ReviewedToCallAgain, call.Id.ToString(), By)], await AuditAsync(core));
    }

    [Fact]
    public async Task Another_call_to_the_number_that_waited_for_the_decision_is_made_at_once()
    {
        await using var core = await CoreHost.StartAsync(CallsInReview.SameNumberAtOnce);
        var old = await core.LaunchIntoReviewAsync(CoreHost.Numbers(1));
        var call = Assert.Single(await core.CallsAsync(old.Id, CallStatus.Review));
        var other = await core.LaunchAsync(CoreHost.Numbers(1));
        await core.UntilAsync(other, batch => batch.Counts.Held == 1, "it waits for the decision");
        Assert.Equal(HoldCodes.NumberInReview, Assert.Single(await core.CallsAsync(other)).ErrorCode);

        Assert.True((await core.Service<CallDecisions>().WasCalledAsync(call.Id, By, default)).IsSuccess);

        Assert.Equal(1, (await core.UntilFinalAsync(other)).Counts.Successful);
    }

    [Fact]
    public async Task Of_twenty_decisions_at_once_one_holds_and_the_others_are_told()
    {
        await using var core = await CoreHost.StartAsync();
        var old = await core.LaunchIntoReviewAsync(CoreHost.Numbers(1));
        var call = Assert.Single(await core.CallsAsync(old.Id, CallStatus.Review));
        var decisions = core.Service<CallDecisions>();

        var errors = await Task.WhenAll(Enumerable.Range(0, 20).Select(async turn => turn % 2 == 0
            ? (await decisions.CallAgainAsync(call.Id, By, default)).Errors
            : (await decisions.WasCalledAsync(call.Id, By, default)).Errors));

        Assert.Single(errors, refused => refused.Count == 0);
        Assert.All(errors.Where(refused => refused.Count > 0), refused => Assert.Equal("CALL_DECIDED", refused[0].Code));
        var wasCalledAgain = errors.Where((_, turn) => turn % 2 == 0).Any(refused => refused.Count == 0);
        var batches = await core.Service<BatchQueries>().ListAsync(BatchFilter.All, 10, null, 0, default);
        Assert.Equal(wasCalledAgain ? 2 : 1, batches.Count);
        Assert.Single(await AuditAsync(core));
    }

    [Fact]
    public async Task A_call_that_was_heard_of_meanwhile_is_not_decided_about()
    {
        await using var core = await CoreHost.StartAsync();
        var old = await core.LaunchIntoReviewAsync(CoreHost.Numbers(1));
        var call = Assert.Single(await core.CallsAsync(old.Id, CallStatus.Review));
        var attempt = (await core.Service<CallQueries>().GetAsync(call.Id, default)).Value.LastAttempt!;
        core.Service<CallUpdates>().Report(
            new CallUpdate.Reported(new ProviderCall("p-1", new AttemptKey(attempt.Key), CallStatus.Completed)));
        await core.UntilAsync(old.Id, batch => batch.Counts.Completed == 1, "the late report is stored");

        var again = await core.Service<CallDecisions>().CallAgainAsync(call.Id, By, default);

        Assert.Equal("CALL_NOT_IN_REVIEW", again.Error.Code);
        Assert.Contains("completed", again.Error.Message, StringComparison.Ordinal);
        Assert.Single(await core.Service<BatchQueries>().ListAsync(BatchFilter.All, 10, null, 0, default));
        Assert.Empty(await AuditAsync(core));
    }

    [Fact]
    public async Task A_number_that_came_onto_the_do_not_call_list_is_not_called_again()
    {
        await using var core = await CoreHost.StartAsync(CallsInReview.SameNumberAtOnce);
        var old = await core.LaunchIntoReviewAsync(CoreHost.Numbers(1));
        var call = Assert.Single(await core.CallsAsync(old.Id, CallStatus.Review));
        await core.Service<DoNotCallList>().AddAsync(
            CoreHost.Number(0), "US", new DoNotCallTerms("asked not to be called", DoNotCallSource.Manual), By, default);

        var id = (await core.Service<CallDecisions>().CallAgainAsync(call.Id, By, default)).Value;
        var batch = await core.UntilFinalAsync(id);

        Assert.Equal((BatchStatus.Failed, "no_valid_recipients", 1), (batch.Status, batch.Code, batch.Counts.Skipped));
        Assert.Empty(core.Ledger.Read());
    }

    [Fact]
    public async Task Calls_in_doubt_are_paged_by_key_apart_from_those_that_are_looked_for()
    {
        await using var core = await CoreHost.StartAsync();
        var review = await core.LaunchIntoReviewAsync(CoreHost.Numbers(3));
        await core.LaunchUncertainAsync("phone_number\n+12125551000");
        var queries = core.Service<ReviewQueries>();

        var first = await queries.ListAsync(CallStatus.Review, 2, null, default);
        var second = await queries.ListAsync(CallStatus.Review, 2, first[^1].Key, default);

        Assert.Equal([2, 3, 4], first.Concat(second).Select(call => call.Key.RowNumber));
        Assert.All(first, call => Assert.Equal((review.Id, review.Name), (call.BatchId, call.BatchName)));
        var lookedFor = Assert.Single(await queries.ListAsync(CallStatus.Uncertain, 2, null, default));
        Assert.Equal("+12125551000", lookedFor.ToNumber);
        Assert.NotNull(lookedFor.AskedNextAt);
        Assert.Equal((3, 1), (await queries.CountAsync(CallStatus.Review, default), await queries.CountAsync(CallStatus.Uncertain, default)));
    }

    private static async Task<IReadOnlyList<(AuditAction, string, string)>> AuditAsync(CoreHost core)
    {
        AuditAction[] decisions = [AuditAction.ReviewedAsCalled, AuditAction.ReviewedToCallAgain];
        await using var context = await core.Service<Database>().ReadAsync(default);
        var lines = await context.Set<AuditEntry>().Where(line => decisions.Contains(line.Action)).ToListAsync();
        return [.. lines.Select(line => (line.Action, line.Subject, line.Actor))];
    }

    private static async Task<IReadOnlyList<System.Text.Json.Nodes.JsonObject>> LogAsync(CoreHost core, int batch, string action) =>
    [
        .. (await core.Service<BatchLogQueries>().ListOwnAsync(batch, 100, null, default))
            .Where(line => line.Event == LogEvent.Operator && (string?)line.Payload["action"] == action)
            .Select(line => line.Payload),
    ];
}
