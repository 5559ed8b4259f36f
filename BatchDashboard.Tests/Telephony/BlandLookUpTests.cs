using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Tests.Telephony.BlandFake;
using Microsoft.Extensions.Time.Testing;

namespace BatchDashboard.Tests.Telephony;

public sealed class BlandLookUpTests
{
    private const string Number = "+12125550123";

    private readonly FakeTimeProvider _time = new(SandboxRig.Start);

    [Fact]
    public async Task An_answer_that_begins_and_never_ends_is_given_up()
    {
        using var silent = new TcpListener(IPAddress.Loopback, port: 0);
        silent.Start();
        await using var rig = await BlandRig.StartAsync(
            change: (_, settings) => settings["Providers:Bland:BaseUrl"] = $"http://{silent.LocalEndpoint}", time: _time);

        var stop = rig.Provider.StopAsync("some-call", default);
        using var connection = await silent.AcceptTcpClientAsync();
        await connection.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"u8.ToArray());
        _time.Advance(TimeSpan.FromSeconds(31));

        await Assert.ThrowsAsync<ProviderUnavailableException>(() => stop.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Theory]
    [InlineData(FakeOutcome.Completed, CallStatus.Completed, AnsweredBy.Human)]
    [InlineData(FakeOutcome.Voicemail, CallStatus.Voicemail, AnsweredBy.Voicemail)]
    [InlineData(FakeOutcome.NoAnswer, CallStatus.NoAnswer, AnsweredBy.NoAnswer)]
    [InlineData(FakeOutcome.Busy, CallStatus.Busy, null)]
    [InlineData(FakeOutcome.Failed, CallStatus.Failed, null)]
    public async Task Every_end_is_understood(FakeOutcome outcome, CallStatus status, AnsweredBy? by)
    {
        await using var rig = await BlandRig.StartAsync(BlandRig.OnClock(_time));
        rig.Ledger.Plan(Number, outcome);
        var placed = await rig.Provider.PlaceAsync(SandboxRig.Placement(Number), default);
        _time.Advance(TimeSpan.FromMinutes(2));

        var call = await rig.Provider.GetAsync(placed.ProviderCallId!, default);

        var talked = by is AnsweredBy.Human or AnsweredBy.Voicemail;
        Assert.Equal((status, by), (call!.Status, call.AnsweredBy));
        Assert.Equal(talked ? TimeSpan.FromSeconds(45) : null, call.EndedAt - call.AnsweredAt);
        Assert.Equal(talked ? ["assistant", "user"] : [], call.Transcript.Select(line => line.User));
        Assert.Equal(talked ? ("They talked.", 0.09m) : (null, null), (call.Summary, call.Price));
        Assert.Equal(outcome is FakeOutcome.Failed ? "Number not in service" : null, call.ErrorMessage);
    }

    [Fact]
    public async Task A_call_whose_reply_was_lost_is_found_once_the_list_has_caught_up()
    {
        await using var rig = await BlandRig.StartAsync(BlandRig.OnClock(_time) with { ListLag = TimeSpan.FromSeconds(20) });
        rig.Ledger.Plan(Number, FakeFault.LoseReply);
        var (placement, intendedAt) = (SandboxRig.Placement(Number), _time.GetUtcNow());
        await rig.Provider.PlaceAsync(placement, default);
        var attempt = new PlacedAttempt(placement.Key, placement.To, intendedAt);

        var early = await rig.Provider.FindAsync(attempt, default);
        _time.Advance(TimeSpan.FromSeconds(20));
        var late = await rig.Provider.FindAsync(attempt, default);

        Assert.Null(early);
        Assert.Equal((rig.Ledger.Calls.Single().Id, placement.Key), (late!.ProviderCallId, late.Key));
    }

    [Fact]
    public async Task A_call_of_somebody_else_to_the_same_number_is_no_match_and_none_of_ours()
    {
        await using var rig = await BlandRig.StartAsync(BlandRig.OnClock(_time));
        using var somebody = new HttpClient();
        somebody.DefaultRequestHeaders.TryAddWithoutValidation("authorization", FakeBlandOptions.DefaultKey);
        using var answer = await somebody.PostAsJsonAsync(
            new Uri($"{rig.Fake.Address}/v1/calls"), new { phone_number = Number, task = "Hi." });
        answer.EnsureSuccessStatusCode();

        Assert.Null(await rig.Provider.GetAsync(rig.Ledger.Calls.Single().Id, default));
        Assert.Null(await rig.Provider.FindAsync(
            new PlacedAttempt(new AttemptKey(Guid.NewGuid()), new(Number), _time.GetUtcNow()), default));
    }

    [Fact]
    public async Task A_question_that_fails_is_asked_again_but_not_for_ever()
    {
        await using var rig = await BlandRig.StartAsync(BlandRig.OnClock(_time));
        var id = (await rig.Provider.PlaceAsync(SandboxRig.Placement(Number), default)).ProviderCallId!;

        rig.Fake.FailReads(2);
        Assert.NotNull(await rig.Provider.GetAsync(id, default));
        Assert.Equal(3, rig.Fake.Reads);

        rig.Fake.FailReads(100);
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => rig.Provider.GetAsync(id, default));
        Assert.Equal(6, rig.Fake.Reads);
    }

    [Fact]
    public async Task Whoever_may_not_ask_learns_nothing_rather_than_that_there_is_no_call()
    {
        await using var rig = await BlandRig.StartAsync(
            BlandRig.OnClock(_time), (_, settings) => settings["Providers:Bland:ApiKey"] = "another-key-of-somebody");
        var attempt = new PlacedAttempt(new AttemptKey(Guid.NewGuid()), new(Number), _time.GetUtcNow());

        await Assert.ThrowsAsync<ProviderUnavailableException>(() => rig.Provider.GetAsync("id", default));
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => rig.Provider.FindAsync(attempt, default));
        await Assert.ThrowsAsync<ProviderUnavailableException>(() => rig.Provider.StopAsync("id", default));
        var problem = await rig.Provider.CheckAsync(default);
        Assert.Equal("provider_refused", problem!.Code);
        Assert.Equal("The provider refuses the key or the account (401): Invalid authorization: …", problem.Message);
    }
}
