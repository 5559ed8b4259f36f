using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Batches;

/// <summary>The calls of another batch that a batch makes again: one of them, or all that ended in some way.</summary>
/// <param name="BatchId">The batch they belong to; each keeps its row there in the new batch.</param>
/// <param name="RowNumber">The one call; null: all of the outcomes.</param>
/// <param name="Outcomes">How they had ended; null: it is one call.</param>
public sealed record RepeatedCalls(Guid BatchId, int? RowNumber, IReadOnlyList<CallStatus>? Outcomes = null)
{
    /// <summary>The same settings and rules for some of the rows; what made the old batch wait, or its file, is over.</summary>
    /// <param name="suffix">Added to the name, once however often it is repeated.</param>
    internal BatchPlan PlanOf(Batch old, string suffix, int rows) => old.Plan with
    {
        Name = old.Plan.Repeats is null ? old.Name + suffix : old.Name,
        Rows = rows,
        EditedIn = null,
        StartTime = null,
        Repeats = this,
    };
}
