using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Core.PhoneNumbers;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>Finds the calls of which nobody knows whether they were placed, and carries out what an operator decides about them.</summary>
internal static class CallReviews
{
    // Found by the small index of taken numbers: among millions of calls there are a few of these.
    private static readonly string TakenNumbers =
        $"SELECT * FROM calls INDEXED BY calls_number_taken WHERE ({SqlStates.AnyOf("status", CallTransitions.NumberTaken)})";

    private static readonly string Close =
        $"UPDATE calls SET status = 'unknown', updated_at = @now WHERE key = @key AND created_at >= @from AND created_at < @before AND {SqlStates.MayBecome(CallStatus.Unknown)}";

    /// <param name="status">One in which the number of the call is taken.</param>
    public static IQueryable<Call> InDoubt(this DashboardDbContext context, CallStatus status) =>
        context.Calls.FromSqlRaw(TakenNumbers).AsNoTracking().Where(call => call.Status == status);

    /// <summary>False: it is not under review any more, or another call has its key since a restore.</summary>
    /// <param name="createdAt">As the id of the call says, to the millisecond.</param>
    public static bool CloseReview(this DashboardDbContext context, CallKey call, DateTimeOffset createdAt, DateTimeOffset now)
    {
        var isClosed = context.Run(
            Close, ("@key", call.Value), ("@from", createdAt), ("@before", createdAt.AddMilliseconds(1)), ("@now", now)) == 1;
        if (!isClosed)
            return false;
        var changes = new CounterChanges();
        changes.Move(call.BatchNumber, CallStatus.Review, CallStatus.Unknown);
        changes.Write(context);
        return true;
    }

    /// <summary>Lets the calls go on that waited for the decision about this one, to the same number.</summary>
    public static void LetOthersGoOn(this DashboardDbContext context, CallKey decided, DateTimeOffset now)
    {
        var number = context.Calls.Where(call => call.Key == decided.Value).Select(call => call.ToNumber).Single();
        var waiting = context.CallsTo(new PhoneNumber(number!), batch: null)
            .Where(call => call.Status == CallStatus.Held && call.ErrorCode == HoldCodes.NumberInReview).Select(call => call.Key).ToList();
        foreach (var call in waiting)
            context.Run("UPDATE calls SET not_before = @now, updated_at = @now WHERE key = @key", ("@key", call), ("@now", now));
    }

    /// <summary>Fills a batch that was just added with a copy of this one call under its own row number.</summary>
    public static void LoadCopy(this DashboardDbContext context, Batch batch, CallKey call, DateTimeOffset now)
    {
        var original = context.Calls.Where(known => known.Key == call.Value).Select(known => new { known.ToNumber, known.Data }).Single();
        context.LoadOnly(batch, new CallKey(batch.Number, call.RowNumber), new PhoneNumber(original.ToNumber!), original.Data, now);
    }
}
