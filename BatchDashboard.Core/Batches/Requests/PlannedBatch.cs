namespace BatchDashboard.Core.Batches.Requests;

/// <summary>A request that may become a batch.</summary>
/// <param name="Source">Removed with this, unless the batch is launched.</param>
/// <param name="Ignored">Retired settings that were given; the batch's log names them.</param>
internal sealed record PlannedBatch(BatchPlan Plan, ReceivedFile Source, IReadOnlyList<string> Ignored) : IDisposable
{
    public void Dispose() => Source.Dispose();
}
