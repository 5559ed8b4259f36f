namespace BatchDashboard.Core.Batches.Requests;

/// <summary>A request that may become a batch.</summary>
/// <param name="Source">Removed with this, unless the batch is launched.</param>
/// <param name="Ignored">What was given and has no effect; the batch's log names it.</param>
/// <param name="Only">Its one call, when that is known already and need not be loaded; null: it is loaded later.</param>
internal sealed record PlannedBatch(
    BatchPlan Plan, ReceivedFile Source, IReadOnlyList<string> Ignored, SingleCall? Only = null) : IDisposable
{
    public void Dispose() => Source.Dispose();
}
