using System.Text.Json.Nodes;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Core.Telephony.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static BatchDashboard.Tests.Telephony.SandboxRig;

namespace BatchDashboard.Tests.Telephony;

public sealed class SandboxProviderTests
{
    [Theory]
    [InlineData("0101", 1, CallStatus.Busy, null)]
    [InlineData("0102", 1, CallStatus.NoAnswer, AnsweredBy.NoAnswer)]
    [InlineData("0103", 1, CallStatus.Voicemail, AnsweredBy.Voicemail)]
    [InlineData("0104", 1, CallStatus.Failed, null)]
    [InlineData("0105", 2, CallStatus.Completed, AnsweredBy.Human)]
    [InlineData("0107", 1, CallStatus.Completed, AnsweredBy.Human)]
    [InlineData("0108", 1, CallStatus.Busy, null)]
    [InlineData("0108", 2, CallStatus.Busy, null)]
    [InlineData("0108", 3, CallStatus.Completed, AnsweredBy.Human)]
    [InlineData("0109", 1, CallStatus.Completed, AnsweredBy.Human)]
    public async Task A_fixed_number_ends_as_it_should(string last, int attempt, CallStatus outcome, AnsweredBy? by)
    {
        await using var rig = await StartAsync();
        var id = await rig.PlacedIdAsync(Placement("+1212555" + last, attempt));

        rig.Time.Advance(LongEnough);

        var call = await rig.GetAsync(id);
        Assert.Equal((outcome, by), (call.Status, call.AnsweredBy));
        Assert.Equal(by is AnsweredBy.Human or AnsweredBy.Voicemail, call.AnsweredAt is not null);
        Assert.Equal(by is AnsweredBy.Human or AnsweredBy.Voicemail, call.Transcript.Count > 0);
        Assert.Equal(outcome is CallStatus.Failed ? "number_not_found" : null, call.ErrorCode);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Number_0105_refuses_the_first_placement_of_a_call_and_takes_the_second(int secondAttempt)
    {
        await using var rig = await StartAsync();
        var first = Placement("+12125550105");

        var refusal = await rig.PlaceAsync(first);

        Assert.Equal((PlacementOutcome.RateLimited, "rate_limited"), (refusal.Outcome, refusal.Code));
        Assert.Empty(rig.Ledger());
        Assert.Null(await rig.FindAsync(first.Key));

        var second = await rig.PlaceAsync(first with { Key = new AttemptKey(Guid.NewGuid()), Attempt = secondAttempt });

        Assert.Equal(PlacementOutcome.Accepted, second.Outcome);
        Assert.Single(rig.Ledger());
    }

    [Fact]
    public async Task Number_0106_is_placed_though_the_reply_is_lost_and_is_found_by_key()
    {
        await using var rig = await StartAsync();
        var placement = Placement("+12125550106");

        var lost = await rig.PlaceAsync(placement);
        var found = await rig.FindAsync(placement.Key);
        var again = await rig.PlaceAsync(placement);

        Assert.Equal((PlacementOutcome.Unknown, null), (lost.Outcome, lost.ProviderCallId));
        Assert.Equal(placement.Key, found!.Key);
        Assert.Equal((PlacementOutcome.Accepted, found.ProviderCallId), (again.Outcome, again.ProviderCallId));
        Assert.Single(rig.Ledger());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(250.5)]
    public async Task Number_0107_talks_for_ten_minutes_divided_by_the_speed(double speed)
    {
        await using var rig = await StartAsync(speed: speed);
        var id = await rig.PlacedIdAsync(Placement("+12125550107"));

        rig.Time.Advance(LongEnough);

        var call = await rig.GetAsync(id);
        Assert.Equal(600 / speed, (call.EndedAt - call.AnsweredAt)!.Value.TotalSeconds, 3);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("\"2\"")]
    public async Task A_call_is_not_longer_than_its_longest_duration(string minutes)
    {
        await using var rig = await StartAsync(speed: 1);
        var settings = SettingsOf($$"""{"task":"Hi.","max_duration":{{minutes}}}""");
        var id = await rig.PlacedIdAsync(Placement("+12125550107", settings: settings));

        rig.Time.Advance(LongEnough);

        var call = await rig.GetAsync(id);
        Assert.Equal(TimeSpan.FromMinutes(2), call.EndedAt - call.AnsweredAt);
        Assert.InRange(call.Transcript[^1].CreatedAt, call.AnsweredAt!.Value, call.EndedAt!.Value);
    }

    [Fact]
    public async Task A_call_rings_talks_and_ends_and_its_transcript_grows()
    {
        await using var rig = await StartAsync(speed: 1);
        var id = await rig.PlacedIdAsync(Placement("+12125550107"));
        Assert.Null((await rig.GetAsync(id)).RingingAt);

        rig.Time.Advance(TimeSpan.FromSeconds(1.6));
        var ringing = await rig.GetAsync(id);
        rig.Time.Advance(TimeSpan.FromMinutes(5));
        var talking = await rig.GetAsync(id);
        rig.Time.Advance(TimeSpan.FromMinutes(6));
        var ended = await rig.GetAsync(id);

        Assert.Equal(
            [CallStatus.Ringing, CallStatus.InProgress, CallStatus.Completed],
            [ringing.Status, talking.Status, ended.Status]);
        Assert.InRange(ringing.RingingAt!.Value, Start, rig.Time.GetUtcNow());
        Assert.Null(talking.Summary);
        Assert.InRange(talking.Transcript.Count, 1, ended.Transcript.Count - 1);
        Assert.Equal(talking.Transcript, ended.Transcript.Take(talking.Transcript.Count));
        Assert.Equal(Enumerable.Range(1, ended.Transcript.Count), ended.Transcript.Select(line => line.Id));
        Assert.Equal(("ASSISTANT", 0m), (ended.EndedBy, ended.Price));
        Assert.StartsWith("Spoke with", ended.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_key_is_the_same_call_also_after_a_restart()
    {
        await using var rig = await StartAsync();
        var placement = Placement("+12125550123");

        var id = await rig.PlacedIdAsync(placement);
        Assert.Equal(id, await rig.PlacedIdAsync(placement));
        await rig.RestartAsync();
        Assert.Equal(id, await rig.PlacedIdAsync(placement));

        Assert.Single(rig.Ledger());
    }

    [Fact]
    public async Task Hundreds_of_placements_at_once_have_one_line_and_one_id_each()
    {
        await using var rig = await StartAsync();
        CallPlacement[] placements = [.. Enumerable.Range(0, 400).Select(i => Placement($"+1212555{2000 + i}"))];

        var ids = await Task.WhenAll(placements.Select(p => Task.Run(() => rig.PlacedIdAsync(p))));

        Assert.Equal(placements.Length, ids.Distinct().Count());
        Assert.Equal(placements.Length, rig.Ledger().Length);
        Assert.All(rig.Ledger(), line => Assert.IsType<JsonObject>(JsonNode.Parse(line)));
    }

    [Fact]
    public async Task A_kill_changes_nothing_about_the_calls_that_were_placed()
    {
        await using var rig = await StartAsync();
        CallPlacement[] placements = [.. Enumerable.Range(0, 40).Select(i => Placement($"+1212555{3000 + i * 7}"))];
        foreach (var placement in placements) await rig.PlacedIdAsync(placement);
        rig.Time.Advance(TimeSpan.FromSeconds(2.5));
        var before = await AllAsync(rig, placements);

        await rig.KillAndRestartAsync();

        Assert.Equal(before, await AllAsync(rig, placements));
        rig.Time.Advance(LongEnough);
        var ended = await AllAsync(rig, placements);
        Assert.NotEqual(before, ended);
        await rig.RestartAsync();
        Assert.Equal(ended, await AllAsync(rig, placements));
    }

    [Fact]
    public async Task Hanging_up_ends_a_conversation_and_keeps_what_was_said()
    {
        await using var rig = await StartAsync(speed: 1);
        var id = await rig.PlacedIdAsync(Placement("+12125550107"));
        rig.Time.Advance(TimeSpan.FromMinutes(5));
        var talking = await rig.GetAsync(id);

        await rig.Provider.StopAsync(id, default);
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.Provider.StopAsync(id, default);

        var stopped = await rig.GetAsync(id);
        Assert.Equal((CallStatus.Canceled, "API"), (stopped.Status, stopped.EndedBy));
        Assert.Equal(Start.AddMinutes(5), stopped.EndedAt);
        Assert.Equal(talking.Transcript, stopped.Transcript);
        await rig.RestartAsync();
        Assert.Equal(Text(stopped), Text(await rig.GetAsync(id)));
        Assert.Single(rig.Ledger());
    }

    [Fact]
    public async Task Hanging_up_before_anybody_answered_leaves_no_answer_behind()
    {
        await using var rig = await StartAsync(speed: 1);
        var id = await rig.PlacedIdAsync(Placement("+12125550102"));
        rig.Time.Advance(TimeSpan.FromSeconds(3));

        await rig.Provider.StopAsync(id, default);

        var stopped = await rig.GetAsync(id);
        Assert.Equal(CallStatus.Canceled, stopped.Status);
        Assert.Null(stopped.AnsweredAt);
        Assert.Null(stopped.AnsweredBy);
    }

    [Fact]
    public async Task Hanging_up_a_call_that_is_over_or_unknown_changes_nothing()
    {
        await using var rig = await StartAsync();
        var id = await rig.PlacedIdAsync(Placement("+12125550107"));
        rig.Time.Advance(LongEnough);
        var ended = Text(await rig.GetAsync(id));

        await rig.Provider.StopAsync(id, default);
        await rig.Provider.StopAsync($"sbx_{Guid.NewGuid():N}", default);
        await rig.Provider.StopAsync("no id of ours", default);

        Assert.Equal(ended, Text(await rig.GetAsync(id)));
    }

    [Fact]
    public async Task What_it_does_not_know_it_does_not_find()
    {
        await using var rig = await StartAsync();

        Assert.Null(await rig.Provider.GetAsync("no id of ours", default));
        Assert.Null(await rig.Provider.GetAsync($"sbx_{Guid.NewGuid():N}", default));
        Assert.Null(await rig.FindAsync(new AttemptKey(Guid.NewGuid())));
    }

    [Fact]
    public async Task Settings_that_cannot_be_written_are_rejected()
    {
        await using var rig = await StartAsync();

        var result = await rig.PlaceAsync(Placement("+12125550107", settings: SettingsOf("""{"task":"Hi \ud800!"}""")));

        Assert.Equal((PlacementOutcome.Rejected, "invalid_request"), (result.Outcome, result.Code));
        Assert.Empty(rig.Ledger());
    }

    [Fact]
    public async Task Odd_settings_do_no_harm()
    {
        await using var rig = await StartAsync();
        var settings = SettingsOf(
            """{"task":7,"request_data":{"a":"1","a":"2","b":{}},"voicemail":[],"max_duration":"1e999"}""");
        var id = await rig.PlacedIdAsync(Placement("+12125550107", settings: settings));

        rig.Time.Advance(LongEnough);

        Assert.Equal(CallStatus.Completed, (await rig.GetAsync(id)).Status);
    }

    [Fact]
    public async Task A_second_process_cannot_open_the_same_ledger()
    {
        await using var rig = await StartAsync();
        await using var second = rig.Compose();

        Assert.Throws<IOException>(second.GetRequiredService<SandboxCalls>);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1e9)]
    public async Task A_speed_out_of_range_is_refused_at_start(double speed) =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(speed: speed));

    private static async Task<string[]> AllAsync(SandboxRig rig, IEnumerable<CallPlacement> placements) =>
        await Task.WhenAll(placements.Select(async p => Text(await rig.FindAsync(p.Key))));
}
