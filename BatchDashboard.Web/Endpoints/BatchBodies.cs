using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Shows batches with the first of their recipients.</summary>
internal sealed class BatchBodies(RecipientQueries recipients)
{
    private const int ShownCallObjects = 10;

    public async Task<BatchBody> OfAsync(BatchSummary batch, CancellationToken cancellationToken) =>
        BatchBody.Of(batch, await recipients.FirstAsync(batch, ShownCallObjects, cancellationToken));

    public async Task<IReadOnlyList<BatchBody>> OfAsync(
        IEnumerable<BatchSummary> batches, CancellationToken cancellationToken)
    {
        var bodies = new List<BatchBody>();
        foreach (var batch in batches)
            bodies.Add(await OfAsync(batch, cancellationToken));
        return bodies;
    }
}
