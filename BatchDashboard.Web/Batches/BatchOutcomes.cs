using BatchDashboard.Core.Batches;
using BatchDashboard.Web.Calls;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Batches;

/// <summary>How the rows of a batch are divided among outcomes; the parts always add up to all rows.</summary>
internal static class BatchOutcomes
{
    public static IReadOnlyList<OutcomeSegment> Segments(BatchSummary batch) =>
    [
        .. CallGroup.All.Select(group => new OutcomeSegment(
            group.Word, group.CountIn(batch.Counts), group.Tone, BatchAddress.Logs(batch.Id, group))),
    ];
}
