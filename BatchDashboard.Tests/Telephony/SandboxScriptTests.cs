using BatchDashboard.Core.Calls;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.Telephony.Sandbox;

namespace BatchDashboard.Tests.Telephony;

public sealed class SandboxScriptTests
{
    private static readonly PhoneNumber[] Numbers =
        [.. Enumerable.Range(0, 10_000).Select(i => new PhoneNumber($"+1212{200 + i / 50}{1000 + i % 50 * 179}"))];

    [Theory]
    [InlineData(CallStatus.Completed, 68, 72)]
    [InlineData(CallStatus.Voicemail, 12.5, 15.5)]
    [InlineData(CallStatus.NoAnswer, 9, 11)]
    [InlineData(CallStatus.Busy, 3.4, 4.6)]
    [InlineData(CallStatus.Failed, 1.5, 2.5)]
    public void Outcomes_of_ordinary_numbers_have_their_shares(CallStatus outcome, double atLeast, double atMost)
    {
        foreach (var seed in new[] { 1, 2, -77 })
        {
            var count = Numbers.Count(number => SandboxScript.For(seed, number, 1).Outcome == outcome);
            Assert.InRange(count / 100d, atLeast, atMost);
        }
    }

    [Fact]
    public void A_script_is_the_same_in_every_process()
    {
        var script = SandboxScript.For(1, new PhoneNumber("+12125550123"), 1);

        // Written down once: a change here changes every call that is under way at an upgrade.
        Assert.Equal(
            (CallStatus.Completed, 1196, 5136, 63437),
            (script.Outcome, Ms(script.RingsAfter), Ms(script.AnsweredAfter), Ms(script.EndsAfter)));
    }

    [Fact]
    public void Seed_number_and_attempt_each_change_the_script()
    {
        var number = Numbers[0];
        var script = SandboxScript.For(1, number, 1);

        Assert.NotEqual(script, SandboxScript.For(2, number, 1));
        Assert.NotEqual(script, SandboxScript.For(1, number, 2));
        Assert.NotEqual(script, SandboxScript.For(1, Numbers[1], 1));
    }

    [Fact]
    public void Every_script_is_in_order_and_not_longer_than_the_longest()
    {
        PhoneNumber[] longCall = [new("+12125550107")];
        foreach (var script in Numbers.Concat(longCall).Select(number => SandboxScript.For(1, number, 1)))
        {
            Assert.InRange(script.EndsAfter, TimeSpan.FromSeconds(1), SandboxScript.Longest);
            if (script.RingsAfter is { } rings) Assert.InRange(rings, TimeSpan.FromMilliseconds(1), script.EndsAfter);
            if (script.AnsweredAfter is not { } answered) continue;
            Assert.InRange(answered, script.RingsAfter!.Value, script.EndsAfter);
        }
    }

    [Fact]
    public void People_pick_up_after_2_to_8_seconds_and_talk_for_15_to_90()
    {
        var scripts = Numbers.Select(number => SandboxScript.For(1, number, 1));

        Assert.All(scripts.Where(script => script.Outcome == CallStatus.Completed), talk =>
        {
            Assert.InRange((talk.AnsweredAfter - talk.RingsAfter)!.Value.TotalSeconds, 2, 8);
            Assert.InRange((talk.EndsAfter - talk.AnsweredAfter)!.Value.TotalSeconds, 15, 90);
        });
    }

    private static int Ms(TimeSpan? span) => (int)span!.Value.TotalMilliseconds;
}
