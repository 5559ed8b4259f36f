using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.LiveUpdates;

/// <summary>Something about a batch changed: its row, and these of its calls.</summary>
public sealed record BatchChange(int BatchNumber, IReadOnlyCollection<CallKey> Calls)
{
    /// <summary>Only the batch's own row changed.</summary>
    public static BatchChange Of(int batchNumber) => new(batchNumber, []);
}
