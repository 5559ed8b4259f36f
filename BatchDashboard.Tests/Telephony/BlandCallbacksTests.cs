using System.Text;
using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Telephony.Bland;
using BatchDashboard.Tests.Support;
using BatchDashboard.Tests.Telephony.BlandFake;

namespace BatchDashboard.Tests.Telephony;

/// <summary>Calls that nothing but a callback can end, because nobody asks about them for an hour.</summary>
public sealed class BlandCallbacksTests
{
    private const string Number = "+12125550123";

    private static readonly DateTimeOffset Later = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_callback_ends_its_call_and_repeated_or_late_ones_change_nothing()
    {
        await using var fake = await StartFakeAsync();
        await using var core = await StartAsync(fake);
        var (batch, call) = await PlacedAsync(core, fake);

        Assert.Equal(BlandCallbackOutcome.Taken, await PostAsync(core, call.Details(Later)));
        await core.UntilFinalAsync(batch);
        var ended = await TextAsync(core, batch);
        Assert.Equal(BlandCallbackOutcome.Taken, await PostAsync(core, call.Details(Later)));
        Assert.Equal(BlandCallbackOutcome.Taken, await PostAsync(core, call.Details(call.PlacedAt)));
        await FenceAsync(core, fake);

        Assert.Equal(ended, await TextAsync(core, batch));
        Assert.Equal(CallStatus.Completed, (await core.CallsAsync(batch)).Single().Status);
    }

    [Fact]
    public async Task What_is_taken_is_stored_before_it_is_said()
    {
        await using var fake = await StartFakeAsync();
        await using var core = await StartAsync(fake);
        var (batch, call) = await PlacedAsync(core, fake);
        var (entered, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var before = core.Service<Database>().WriteAsync(
            WritePriority.Dispatch,
            async _ =>
            {
                entered.SetResult();
                await go.Task;
            },
            default);
        await entered.Task;

        var known = ReadOnceTakenAsync();
        go.SetResult();

        Assert.Equal(CallStatus.Completed, await known);
        await before;

        async Task<CallStatus> ReadOnceTakenAsync()
        {
            Assert.Equal(BlandCallbackOutcome.Taken, await PostAsync(core, call.Details(Later)));
            return (await core.CallsAsync(batch)).Single().Status;
        }
    }

    [Fact]
    public async Task A_report_that_cannot_be_applied_is_not_said_to_be_stored_and_holds_up_no_other()
    {
        await using var fake = await StartFakeAsync();
        await using var core = await StartAsync(fake);
        var (batch, call) = await PlacedAsync(core, fake);

        var broken = core.Service<CallUpdates>().StoreAsync(new CallUpdate.Posted(BlandOptions.ProviderName, null!), default);
        var sound = PostAsync(core, call.Details(Later));

        await Assert.ThrowsAsync<NullReferenceException>(() => broken);
        Assert.Equal(BlandCallbackOutcome.Taken, await sound);
        Assert.Equal(BatchStatus.Completed, (await core.UntilFinalAsync(batch)).Status);
    }

    [Fact]
    public async Task A_callback_without_our_key_is_known_by_the_id_that_its_placement_was_answered_with()
    {
        await using var fake = await StartFakeAsync();
        await using var core = await StartAsync(fake);
        var (batch, call) = await PlacedAsync(core, fake);
        var body = call.Details(Later);
        body["metadata"] = null;

        Assert.Equal(BlandCallbackOutcome.Taken, await PostAsync(core, body));

        Assert.Equal(BatchStatus.Completed, (await core.UntilFinalAsync(batch)).Status);
    }

    [Fact]
    public async Task A_callback_about_a_call_whose_reply_was_lost_settles_it()
    {
        await using var fake = await StartFakeAsync();
        await using var core = await StartAsync(fake, ("Dispatch:ReviewAfterSeconds", "3600"));
        fake.Ledger.Plan(Number, FakeFault.LoseReply);
        var batch = await core.LaunchAsync($"phone_number\n{Number}");
        await core.UntilAsync(batch, b => b.Counts.Uncertain == 1, "it is in doubt");

        Assert.Equal(BlandCallbackOutcome.Taken, await PostAsync(core, fake.Ledger.Calls.Single().Details(Later)));

        Assert.Equal(BatchStatus.Completed, (await core.UntilFinalAsync(batch)).Status);
        Assert.Single(fake.Ledger.Calls);
    }

    [Theory]
    [InlineData("another call with a copy of our key", BlandCallbackOutcome.UnknownCall)]
    [InlineData("a call of somebody else", BlandCallbackOutcome.UnknownCall)]
    [InlineData("no id", BlandCallbackOutcome.Unreadable)]
    public async Task What_is_not_our_call_is_left_alone(string what, BlandCallbackOutcome outcome)
    {
        await using var fake = await StartFakeAsync();
        await using var core = await StartAsync(fake);
        var (batch, call) = await PlacedAsync(core, fake);
        var body = call.Details(Later);
        var id = what == "no id" ? null : Guid.NewGuid().ToString();
        (body["call_id"], body["c_id"]) = (id, id);
        if (what == "a call of somebody else")
            body["metadata"] = new JsonObject { ["bd_attempt"] = Guid.NewGuid().ToString() };

        Assert.Equal(outcome, await PostAsync(core, body));
        await FenceAsync(core, fake);

        Assert.Equal(1, (await core.GetAsync(batch)).Counts.InFlight);
    }

    [Theory]
    [InlineData("{}", BlandCallbackOutcome.Unreadable)]
    [InlineData("[]", BlandCallbackOutcome.Unreadable)]
    [InlineData("{\"call_id\":", BlandCallbackOutcome.Unreadable)]
    [InlineData("", BlandCallbackOutcome.Unreadable)]
    [InlineData("{\"call_id\":\"\\ud800\"}", BlandCallbackOutcome.Unreadable)]
    public async Task Garbage_that_is_signed_is_unreadable(string body, BlandCallbackOutcome outcome)
    {
        await using var fake = await StartFakeAsync();
        await using var core = await StartAsync(fake);

        Assert.Equal(outcome, await PostAsync(core, Encoding.UTF8.GetBytes(body)));
    }

    [Theory]
    [InlineData(255, BlandCallbackOutcome.UnknownCall)]
    [InlineData(256, BlandCallbackOutcome.Unreadable)]
    [InlineData(1_000_000, BlandCallbackOutcome.Unreadable)]
    public async Task What_is_nested_deeper_than_any_call_is_unreadable(int depth, BlandCallbackOutcome outcome)
    {
        await using var fake = await StartFakeAsync();
        await using var core = await StartAsync(fake);
        var body = $$"""{"call_id":"4ee3a5a4-9d2c-4c7b-8f0a-6e8fb1d7c001","analysis":{{new string('[', depth)}}{{new string(']', depth)}}}""";

        Assert.Equal(outcome, await PostAsync(core, Encoding.UTF8.GetBytes(body)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("zz")]
    [InlineData("000000000000000000000000000000000000000000000000000000000000000g")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_wrong_signature_is_seen(string? signature)
    {
        await using var fake = await StartFakeAsync();
        await using var core = await StartAsync(fake);

        var outcome = await core.Service<BlandCallbacks>().TakeAsync(new byte[] { 1 }, signature, default);

        Assert.Equal(BlandCallbackOutcome.NotSigned, outcome);
    }

    [Fact]
    public async Task Without_a_secret_nothing_counts_as_signed()
    {
        await using var fake = await StartFakeAsync();
        await using var core = await StartAsync(fake, ("Providers:Bland:WebhookSecret", ""));
        var body = "{}"u8.ToArray();

        var outcome = await core.Service<BlandCallbacks>().TakeAsync(body, FakeCallbacks.Sign(body, ""), default);

        Assert.Equal(BlandCallbackOutcome.NotSigned, outcome);
    }

    private static Task<FakeBland> StartFakeAsync() =>
        FakeBland.StartAsync(new() { CallLength = TimeSpan.FromHours(1), Callbacks = 0 });

    private static Task<CoreHost> StartAsync(FakeBland fake, params (string Key, string Value)[] settings) => CoreHost.StartAsync(
    [
        .. fake.Settings().Select(setting => (setting.Key, setting.Value)),
        ("Providers:Bland:PollSeconds", "3600"),
        .. settings,
    ]);

    /// <summary>A batch of one whose call the provider has taken, as its row knows.</summary>
    private static async Task<(BatchId Batch, FakeCall Call)> PlacedAsync(CoreHost core, FakeBland fake)
    {
        fake.Ledger.Plan(Number, FakeOutcome.Completed);
        var batch = await core.LaunchAsync($"phone_number\n{Number}");
        await core.UntilAsync(batch, b => b.Status == BatchStatus.InProgress, "the call is accepted");
        return (batch, fake.Ledger.Calls.Single());
    }

    /// <summary>Returns when all that was handed on before has been applied: a later one has.</summary>
    private static async Task FenceAsync(CoreHost core, FakeBland fake)
    {
        const string other = "+12125550124";
        var batch = await core.LaunchAsync($"phone_number\n{other}");
        await core.UntilAsync(batch, b => b.Status == BatchStatus.InProgress, "another call is accepted");
        Assert.Equal(BlandCallbackOutcome.Taken, await PostAsync(core, fake.Ledger.CallsTo(other).Single().Details(Later)));
        await core.UntilFinalAsync(batch);
    }

    private static Task<BlandCallbackOutcome> PostAsync(CoreHost core, JsonObject body) =>
        PostAsync(core, Encoding.UTF8.GetBytes(body.ToJsonString()));

    private static Task<BlandCallbackOutcome> PostAsync(CoreHost core, byte[] body) =>
        core.Service<BlandCallbacks>().TakeAsync(body, FakeCallbacks.Sign(body, FakeBlandOptions.DefaultSecret), default);

    private static async Task<string> TextAsync(CoreHost core, BatchId batch)
    {
        var call = (await core.CallsAsync(batch)).Single();
        var attempt = (await core.Service<CallQueries>().GetAsync(call.Id, default)).Value.LastAttempt!;
        return System.Text.Json.JsonSerializer.Serialize((attempt.Status, attempt.EndedAt, attempt.Transcript, attempt.Price).ToTuple());
    }
}
