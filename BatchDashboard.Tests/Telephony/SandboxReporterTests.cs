using BatchDashboard.Core.Calls;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Core.Telephony.Sandbox;
using static BatchDashboard.Tests.Telephony.SandboxRig;

namespace BatchDashboard.Tests.Telephony;

public sealed class SandboxReporterTests
{
    private const string LongCall = "+12125550107";

    [Fact]
    public async Task Ringing_talking_and_the_end_are_reported_when_they_happen()
    {
        await using var rig = await StartAsync();
        var id = await rig.PlacedIdAsync(Placement(LongCall));
        var script = Script(LongCall);

        rig.GoTo(script.RingsAfter);
        Assert.Equal(CallStatus.Ringing, (await rig.Sink.NextAsync(id)).Status);
        rig.GoTo(script.AnsweredAfter);
        Assert.Equal(CallStatus.InProgress, (await rig.Sink.NextAsync(id)).Status);
        rig.GoTo(script.EndsAfter);
        var end = await rig.Sink.NextAsync(id);

        Assert.Equal(CallStatus.Completed, end.Status);
        Assert.Equal(Text(await rig.GetAsync(id)), Text(end));
    }

    [Fact]
    public async Task Nothing_is_reported_before_it_happens()
    {
        await using var rig = await StartAsync();
        var id = await rig.PlacedIdAsync(Placement(LongCall));

        rig.GoTo(Script(LongCall).RingsAfter - TimeSpan.FromMilliseconds(20));
        await rig.FenceAsync();
        await rig.StopAsync();

        Assert.Empty(rig.Sink.AllOf(id));
    }

    [Fact]
    public async Task Number_0109_never_reports_its_end_and_shows_it_when_asked()
    {
        await using var rig = await StartAsync();
        const string Number = "+12125550109";
        var id = await rig.PlacedIdAsync(Placement(Number));
        rig.GoTo(Script(Number).RingsAfter);
        await rig.Sink.NextAsync(id);
        rig.GoTo(Script(Number).AnsweredAfter);
        await rig.Sink.NextAsync(id);

        rig.GoTo(Script(Number).EndsAfter);
        await rig.FenceAsync();

        Assert.Equal(CallStatus.Completed, (await rig.GetAsync(id)).Status);
        await rig.StopAsync();
        Assert.Equal([CallStatus.Ringing, CallStatus.InProgress], rig.Sink.AllOf(id).Select(call => call.Status));
    }

    [Fact]
    public async Task Number_0106_reports_nothing_unless_asked()
    {
        await using var rig = await StartAsync();
        const string Number = "+12125550106";
        var placement = Placement(Number);
        await rig.PlaceAsync(placement);
        var script = Script(Number);
        foreach (var moment in new[] { script.RingsAfter, script.AnsweredAfter, script.EndsAfter })
        {
            rig.GoTo(moment);
            await rig.FenceAsync();
        }

        var found = await rig.FindAsync(placement.Key);

        Assert.Equal(CallStatus.Completed, found!.Status);
        await rig.StopAsync();
        Assert.Empty(rig.Sink.AllOf(found.ProviderCallId));
    }

    [Fact]
    public async Task Hanging_up_is_reported_at_once()
    {
        await using var rig = await StartAsync();
        var id = await rig.PlacedIdAsync(Placement(LongCall));
        rig.GoTo(Script(LongCall).AnsweredAfter);
        await rig.Sink.NextAsync(id);

        await rig.Provider.StopAsync(id, default);

        Assert.Equal(CallStatus.Canceled, (await rig.Sink.NextAsync(id)).Status);
    }

    [Fact]
    public async Task Calls_that_go_on_are_reported_further_after_a_restart()
    {
        await using var rig = await StartAsync();
        var id = await rig.PlacedIdAsync(Placement(LongCall));
        rig.GoTo(Script(LongCall).RingsAfter);
        await rig.Sink.NextAsync(id);

        await rig.RestartAsync();

        Assert.Equal(CallStatus.Ringing, (await rig.Sink.NextAsync(id)).Status);
        rig.GoTo(Script(LongCall).AnsweredAfter);
        Assert.Equal(CallStatus.InProgress, (await rig.Sink.NextAsync(id)).Status);
        rig.GoTo(Script(LongCall).EndsAfter);
        Assert.Equal(CallStatus.Completed, (await rig.Sink.NextAsync(id)).Status);
    }

    [Fact]
    public async Task A_call_that_ended_while_it_was_down_is_only_found_by_asking()
    {
        await using var rig = await StartAsync();
        var id = await rig.PlacedIdAsync(Placement(LongCall));
        await rig.StopAsync();
        rig.GoTo(Script(LongCall).EndsAfter);

        await rig.RestartAsync();
        await rig.FenceAsync();
        await rig.FenceAsync();

        Assert.Equal(CallStatus.Completed, (await rig.GetAsync(id)).Status);
        await rig.StopAsync();
        Assert.Empty(rig.Sink.AllOf(id));
    }

    [Fact]
    public async Task A_report_that_is_not_taken_does_not_stop_the_next_one()
    {
        await using var rig = await StartAsync();
        var id = await rig.PlacedIdAsync(Placement(LongCall));
        var refused = rig.Sink.RefuseNextAsync(id);
        rig.GoTo(Script(LongCall).RingsAfter);
        await refused;

        rig.GoTo(Script(LongCall).AnsweredAfter);

        Assert.Equal(CallStatus.InProgress, (await rig.Sink.NextAsync(id)).Status);
    }

    [Fact]
    public async Task Each_of_hundreds_of_calls_reports_its_end_once()
    {
        await using var rig = await StartAsync();
        var ids = await Task.WhenAll(
            Enumerable.Range(0, 300).Select(i => rig.PlacedIdAsync(Placement($"+1212555{4000 + i}"))));

        rig.Time.Advance(LongEnough);
        await Task.WhenAll(ids.Select(id => EndOfAsync(rig, id)));

        await rig.StopAsync();
        Assert.All(ids, id => Assert.Single(rig.Sink.AllOf(id), call => call.EndedAt is not null));
    }

    private static async Task EndOfAsync(SandboxRig rig, string id)
    {
        ProviderCall report;
        do report = await rig.Sink.NextAsync(id);
        while (report.EndedAt is null);
    }

    private static SandboxScript Script(string number) => SandboxScript.For(1, new PhoneNumber(number), 1);
}
