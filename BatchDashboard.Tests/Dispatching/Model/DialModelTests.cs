using CsCheck;

namespace BatchDashboard.Tests.Dispatching.Model;

/// <summary>
/// A model check of placing a call: random interleavings of two workers, lost and late requests, lost replies, crashes,
/// take-overs, look-ups and operators, over the real code. A failure prints a seed and the shortest steps to it.
/// </summary>
public sealed class DialModelTests
{
    private static readonly Gen<DialStep> Step = Gen.Frequency(
        [
            .. Weighted(6, DialStep.Intend, DialStep.Send, DialStep.Arrive),
            .. Weighted(3, DialStep.Answer, DialStep.Wait, DialStep.Watch),
            .. Weighted(2, DialStep.LoseReply, DialStep.LoseRequest, DialStep.GoOn, DialStep.Report, DialStep.Crash),
            .. Weighted(1, DialStep.Refuse, DialStep.ReportLate, DialStep.Pause, DialStep.Resume, DialStep.Cancel),
            .. Weighted(1, DialStep.Finish, DialStep.WasCalled, DialStep.CallAgain, DialStep.Away),
        ]);

    [Fact]
    public async Task Whatever_happens_in_whatever_order_nobody_is_called_twice_and_nobody_is_lost()
    {
        await using var world = await DialWorld.MakeAsync();

        await Gen.Select(Gen.Bool, Gen.Select(Step, Gen.Int[0, 11]).Array[1, 30]).SampleAsync(
            (honoursKeys, steps) => new DialRun(world).RunAsync(honoursKeys, steps), iter: 400, threads: 1);
    }

    /// <summary>What random steps find seldom; each was found to call somebody twice.</summary>
    [Fact]
    public async Task A_late_request_and_a_repeat_that_was_turned_away_do_not_free_a_call_in_doubt()
    {
        await using var world = await DialWorld.MakeAsync();

        await new DialRun(world).RunAsync(
            honoursKeys: true,
            [
                (DialStep.Intend, 0), (DialStep.Send, 0), (DialStep.Crash, 0), (DialStep.Pause, 0), (DialStep.Watch, 0),
                (DialStep.Watch, 0), (DialStep.Resume, 0), (DialStep.Intend, 0), (DialStep.Send, 0), (DialStep.Arrive, 0),
                (DialStep.Arrive, 0),
            ]);
        foreach (var turnedAway in (int[])[3, 4, 5])
        {
            await new DialRun(world).RunAsync(
                honoursKeys: true,
                [
                    (DialStep.Intend, 0), (DialStep.Send, 0), (DialStep.Arrive, 0), (DialStep.LoseReply, 0), (DialStep.Wait, 0),
                    (DialStep.Watch, turnedAway), (DialStep.Resume, 0), (DialStep.Wait, 1), (DialStep.Intend, 0), (DialStep.Send, 0), (DialStep.Arrive, 0),
                ]);
        }
    }

    private static IEnumerable<(int, Gen<DialStep>)> Weighted(int weight, params DialStep[] steps) =>
        steps.Select(step => (weight, Gen.Const(step)));
}
