using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Dispatching;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>
/// The gate of dispatch: claim and intent in one transaction. Nothing is asked of a provider before it commits, and it
/// re-checks everything that may have changed: the stop of all dialling, status, pause, cancel, start time, limits, the
/// recipient's hours, that the number is free, and that it has not come onto the do-not-call list.
/// </summary>
internal static class CallIntents
{
    /// <summary>How many calls are looked at once nobody of a group may be called now: as many as a short transaction can hold.</summary>
    private const int LargestLook = 500;

    /// <summary>Commits up to <paramref name="permits"/> intents to dial.</summary>
    public static IntentGroup Intend(
        this DashboardDbContext context, BatchInHand inHand, int permits, IntentRules rules, DateTimeOffset now)
    {
        var batch = context.DialStateOf(inHand.Batch.Number);
        if (!batch.MayDial(now) || context.Fact(DialSwitch.Fact) is not null)
            return IntentGroup.None(IntentLimit.Closed, batch);
        var room = context.RoomFor(batch, rules, now);
        if (room <= 0)
            return IntentGroup.None(IntentLimit.Concurrency, batch);

        var wanted = Math.Min(permits, room);
        var look = inHand.NobodyWasFree ? LargestLook : wanted;
        var candidates = context.NextCandidates(batch, look, now - rules.SameNumber, now);
        if (candidates.Count == 0)
        {
            // What is stored behind the cursor waits for a time of its own.
            context.MoveCursor(batch, batch.LoadedRow);
            return IntentGroup.None(IntentLimit.NothingDue, batch);
        }


        var blocked = context.SkipBlocked(inHand.Batch, candidates, now);
        using var gate = new CallGate(context, inHand, rules, now);
        var turn = 0;
        for (; turn < candidates.Count && gate.Intents.Count < wanted; turn++)
        {
            if (!blocked.Contains(new CallKey(candidates[turn].Key)))
                gate.Pass(candidates[turn]);
        }

        gate.Write();
        var isEnd = turn == candidates.Count && turn < look;
        context.MoveCursor(batch, isEnd ? batch.LoadedRow : LastFreshRow(batch, candidates.Take(turn)));
        inHand.NobodyWasFree = gate.Intents.Count == 0;
        // Calls that were due but not taken leave their lines free.
        var isFull = wanted < permits && gate.Intents.Count == wanted;
        return new IntentGroup(
            gate.Intents, [.. blocked, .. gate.Held], isFull ? IntentLimit.Concurrency : IntentLimit.Permits, batch);
    }

    private static int LastFreshRow(DialState batch, IEnumerable<CallCandidate> handled) =>
        handled.Where(call => !call.IsDue).Select(call => new CallKey(call.Key).RowNumber).LastOrDefault(batch.DispatchedRow);

    private static void MoveCursor(this DashboardDbContext context, DialState batch, int row)
    {
        if (row != batch.DispatchedRow)
        {
            context.Run(
                "UPDATE batches SET dispatched_row = @row WHERE number = @batch", ("@row", row), ("@batch", batch.Number));
        }
    }
}
