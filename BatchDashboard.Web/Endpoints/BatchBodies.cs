using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Dispatching.Standstills;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Shows batches with the first of their recipients, and what they wait for.</summary>
internal sealed class BatchBodies(RecipientQueries recipients, StandstillQueries standstills)
{
    private const int ShownCallObjects = 10;

    public async Task<BatchBody> OfAsync(BatchSummary batch, CancellationToken cancellationToken) =>
        BatchBody.Of(
            batch,
            await recipients.FirstAsync(batch, ShownCallObjects, cancellationToken),
            batch.Counts.Waiting > 0 ? await standstills.OfBatchAsync(batch.Number, cancellationToken) : null);

    public async Task<IReadOnlyList<BatchBody>> OfAsync(
        IEnumerable<BatchSummary> batches, CancellationToken cancellationToken)
    {
        var bodies = new List<BatchBody>();
        foreach (var batch in batches)
            bodies.Add(await OfAsync(batch, cancellationToken));
        return bodies;
    }
}
