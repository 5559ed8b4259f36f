using System.Text.Json.Nodes;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Tests.Telephony;

/// <summary>What the product relies on with every provider; each has a class of tests derived from this one.</summary>
public abstract class CallProviderContract : IAsyncLifetime
{
    /// <summary>A call to it is answered and takes a while.</summary>
    protected const string Answered = "+12125550107";

    private const string Other = "+12125550199";

    protected abstract ICallProvider Provider { get; }

    protected abstract DateTimeOffset Now { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    /// <summary>Turns the clock until every call that is not hung up has been answered, and none has ended.</summary>
    protected abstract void PassUntilAnswered();

    /// <summary>Turns the clock until every call has ended.</summary>
    protected abstract void PassUntilEnded();

    /// <summary>The calls that were really placed: number and what was asked for.</summary>
    protected abstract IReadOnlyList<(string To, JsonObject Request)> Placed();

    [Fact]
    public async Task A_placed_call_is_known_by_its_id_from_beginning_to_end()
    {
        var (placement, start) = (Placement(Answered), Now);
        var id = await PlacedIdAsync(placement);

        var placed = await Provider.GetAsync(id, default);
        PassUntilAnswered();
        var answered = await Provider.GetAsync(id, default);
        PassUntilEnded();
        var ended = await Provider.GetAsync(id, default);

        Assert.All([placed, answered, ended], call => Assert.Equal((id, placement.Key), (call!.ProviderCallId, call.Key)));
        Assert.Equal(
            [CallStatus.Ringing, CallStatus.InProgress, CallStatus.Completed],
            [placed!.Status, answered!.Status, ended!.Status]);
        Assert.Equal(AnsweredBy.Human, ended.AnsweredBy);
        Assert.True(ended.EndedAt > ended.AnsweredAt && ended.AnsweredAt > start);
        Assert.Null(answered.EndedAt);
        Assert.Equal(Enumerable.Range(1, ended.Transcript.Count), ended.Transcript.Select(line => line.Id));
        Assert.NotEmpty(ended.Transcript);
        Assert.Equal(answered.Transcript, ended.Transcript.Take(answered.Transcript.Count));
    }

    [Fact]
    public async Task A_placed_call_is_found_by_its_key_alone()
    {
        var (first, second) = (Placement(Answered), Placement(Answered));
        var firstId = await PlacedIdAsync(first);
        var secondId = await PlacedIdAsync(second);

        Assert.Equal((firstId, first.Key), await FoundAsync(first));
        Assert.Equal((secondId, second.Key), await FoundAsync(second));
        Assert.Null(await Provider.FindAsync(AttemptOf(Placement(Answered)), default));
    }

    [Fact]
    public async Task What_was_never_placed_is_neither_found_nor_known()
    {
        Assert.Null(await Provider.FindAsync(AttemptOf(Placement(Answered)), default));
        Assert.Null(await Provider.GetAsync(Guid.NewGuid().ToString(), default));
        Assert.Null(await Provider.GetAsync("no id/of ours?", default));
    }

    [Fact]
    public async Task A_call_in_progress_is_hung_up()
    {
        var id = await PlacedIdAsync(Placement(Answered));
        PassUntilAnswered();

        await Provider.StopAsync(id, default);

        var stopped = await Provider.GetAsync(id, default);
        Assert.Equal((CallStatus.Canceled, "API"), (stopped!.Status, stopped.EndedBy));
        Assert.NotNull(stopped.AnsweredAt);
    }

    [Fact]
    public async Task Hanging_up_what_is_over_or_unknown_changes_nothing()
    {
        var id = await PlacedIdAsync(Placement(Answered));
        PassUntilEnded();
        var before = SandboxRig.Text(await Provider.GetAsync(id, default));

        await Provider.StopAsync(id, default);
        await Provider.StopAsync(Guid.NewGuid().ToString(), default);
        await Provider.StopAsync("no id/of ours?", default);

        Assert.Equal(before, SandboxRig.Text(await Provider.GetAsync(id, default)));
    }

    [Fact]
    public async Task The_same_key_is_the_same_call_exactly_where_keys_are_said_to_be_honoured()
    {
        var placement = Placement(Answered);

        var (first, second) = (await PlacedIdAsync(placement), await PlacedIdAsync(placement));

        Assert.Equal(Provider.HonoursKeys, first == second);
        Assert.Equal(Provider.HonoursKeys ? 1 : 2, Placed().Count);
    }

    [Fact]
    public async Task A_placement_that_is_cancelled_before_it_left_was_not_sent()
    {
        var result = await Provider.PlaceAsync(Placement(Answered), new CancellationToken(canceled: true));

        Assert.Equal(PlacementOutcome.NotSent, result.Outcome);
        Assert.Empty(Placed());
    }

    [Fact]
    public async Task Settings_that_cannot_be_written_are_rejected_and_nobody_is_called()
    {
        var result = await Provider.PlaceAsync(
            Placement(Answered, JsonNode.Parse("""{"task":"Hi \ud800!"}""")!.AsObject()), default);

        Assert.Equal((PlacementOutcome.Rejected, "invalid_request"), (result.Outcome, result.Code));
        Assert.Empty(Placed());
    }

    [Fact]
    public async Task The_key_goes_with_the_request_and_stays_out_of_the_settings_of_people()
    {
        var placement = Placement(Answered, new JsonObject
        {
            ["task"] = "Hi.",
            ["metadata"] = new JsonObject { ["customer"] = "7" },
        });
        var before = placement.Settings.ToJsonString();

        await PlacedIdAsync(placement);

        Assert.Equal(before, placement.Settings.ToJsonString());
        Assert.Equal("7", (string?)Assert.Single(Placed()).Request["metadata"]?["customer"]);
    }

    [Fact]
    public async Task What_we_carry_out_ourselves_reaches_no_provider()
    {
        var given = new JsonObject { ["task"] = "Hi.", ["voice"] = "maya" };
        foreach (var ours in CallSettingCatalog.All.Where(setting => setting.CarriedOutByUs))
            given[ours.Name] = "https://example.test/ours";
        var settings = new RecipientSettings(given, layout: null).Resolve(new PhoneNumber(Answered), "{}").Value.ForProvider();

        await PlacedIdAsync(Placement(Answered, settings));

        var request = Assert.Single(Placed()).Request;
        Assert.Equal("maya", (string?)request["voice"]);
        Assert.DoesNotContain("example.test", request.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_call_goes_to_its_own_number()
    {
        await PlacedIdAsync(Placement(Answered));
        await PlacedIdAsync(Placement(Other));

        Assert.Equal([Answered, Other], Placed().Select(call => call.To));
    }

    [Fact]
    public async Task A_provider_that_is_well_says_so() => Assert.Null(await Provider.CheckAsync(default));

    protected static CallPlacement Placement(string number, JsonObject? settings = null) =>
        SandboxRig.Placement(number, settings: settings);

    protected PlacedAttempt AttemptOf(CallPlacement placement) => new(placement.Key, placement.To, Now);

    protected async Task<string> PlacedIdAsync(CallPlacement placement)
    {
        var result = await Provider.PlaceAsync(placement, default);
        Assert.Equal(PlacementOutcome.Accepted, result.Outcome);
        return result.ProviderCallId!;
    }

    private async Task<(string, AttemptKey)> FoundAsync(CallPlacement placement)
    {
        var found = await Provider.FindAsync(AttemptOf(placement), default);
        return (found!.ProviderCallId, found.Key);
    }
}
