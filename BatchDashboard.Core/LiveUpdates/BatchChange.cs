using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.LiveUpdates;

/// <summary>Something about a batch changed: its row, and these of its calls.</summary>
/// <param name="AnyCall">So many calls changed at once that they are not named.</param>
public sealed record BatchChange(int BatchNumber, IReadOnlyCollection<CallKey> Calls, bool AnyCall = false)
{
    /// <summary>Only the batch's own row changed.</summary>
    public static BatchChange Of(int batchNumber) => new(batchNumber, []);

    /// <summary>Any of its calls may have changed.</summary>
    public static BatchChange OfAll(int batchNumber) => new(batchNumber, [], AnyCall: true);

    public bool MayTouch(CallKey call) => call.BatchNumber == BatchNumber && (AnyCall || Calls.Contains(call));
}
