using BatchDashboard.Core.Calls;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Telephony.Sandbox;

/// <summary>How a call goes, from seed, number and attempt alone; spans count from the placement, at speed 1.</summary>
internal sealed record SandboxScript(CallStatus Outcome, TimeSpan EndsAfter)
{
    /// <summary>No script is longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(11);

    public TimeSpan? RingsAfter { get; init; }
    public TimeSpan? AnsweredAfter { get; init; }
    public AnsweredBy? AnsweredBy { get; init; }
    public string? ErrorCode { get; init; }
    public string? ErrorMessage { get; init; }
    public SandboxReports Reports { get; init; } = SandboxReports.Everything;

    public static SandboxScript For(int seed, PhoneNumber number, int attempt)
    {
        var dice = new SandboxDice(seed, number, attempt, "script");
        return LastFour(number) switch
        {
            "0101" => Busy(dice),
            "0102" => NoAnswer(dice),
            "0103" => Voicemail(dice),
            "0104" => Failed(dice),
            "0105" => Answered(dice),
            // As if the line back to us were cut; reports by push would find the call before anyone has looked for it.
            "0106" => Answered(dice) with { Reports = SandboxReports.Nothing },
            "0107" => Answered(dice, TimeSpan.FromMinutes(10)),
            "0108" => attempt <= 2 ? Busy(dice) : Answered(dice),
            "0109" => Answered(dice) with { Reports = SandboxReports.AllButTheEnd },
            _ => Drawn(dice),
        };
    }

    public static bool RefusesFirstPlacement(PhoneNumber number) => LastFour(number) is "0105";

    public static bool LosesReply(PhoneNumber number) => LastFour(number) is "0106";

    private static string LastFour(PhoneNumber number) => number.E164[^4..];

    private static SandboxScript Drawn(SandboxDice dice) => dice.Between(0, 100) switch
    {
        < 70 => Answered(dice),
        < 84 => Voicemail(dice),
        < 94 => NoAnswer(dice),
        < 98 => Busy(dice),
        _ => Failed(dice),
    };

    private static SandboxScript Answered(SandboxDice dice, TimeSpan? talk = null) =>
        PickedUp(CallStatus.Completed, Calls.AnsweredBy.Human, dice, dice.Seconds(2, 8), talk ?? dice.Seconds(15, 90));

    private static SandboxScript Voicemail(SandboxDice dice) =>
        PickedUp(CallStatus.Voicemail, Calls.AnsweredBy.Voicemail, dice, dice.Seconds(8, 16), dice.Seconds(10, 25));

    private static SandboxScript PickedUp(
        CallStatus outcome, AnsweredBy by, SandboxDice dice, TimeSpan ring, TimeSpan talk)
    {
        var rings = Connecting(dice);
        return new SandboxScript(outcome, rings + ring + talk)
        {
            RingsAfter = rings,
            AnsweredAfter = rings + ring,
            AnsweredBy = by,
        };
    }

    private static SandboxScript NoAnswer(SandboxDice dice)
    {
        var rings = Connecting(dice);
        return new SandboxScript(CallStatus.NoAnswer, rings + dice.Seconds(18, 28))
        {
            RingsAfter = rings,
            AnsweredBy = Calls.AnsweredBy.NoAnswer,
        };
    }

    private static SandboxScript Busy(SandboxDice dice) => new(CallStatus.Busy, dice.Seconds(1.5, 3));

    private static SandboxScript Failed(SandboxDice dice) => new(CallStatus.Failed, dice.Seconds(1, 2))
    {
        ErrorCode = "number_not_found",
        ErrorMessage = "The number is not in service.",
    };

    private static TimeSpan Connecting(SandboxDice dice) => dice.Seconds(0.5, 1.5);
}
