using BatchDashboard.Core;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Dispatching.Standstills;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Shows calls, one by one and in pages.</summary>
internal sealed class CallBodies(CallQueries calls, BatchQueries batches, StandstillQueries standstills)
{
    /// <summary>
    /// Calls that the older shape of a batch carries; whoever needs more pages through <c>/v1/calls</c>.
    /// </summary>
    private const int MostInBatch = 1000;

    public async Task<Result<CallListBody>> ListAsync(CallListQuery query, CancellationToken cancellationToken)
    {
        var filter = query.Filter;
        if (query.BatchId is { } id)
        {
            var batch = await batches.FindAsync(id, cancellationToken);
            if (!batch.IsSuccess)
                return batch.Error;
            filter = filter with { BatchNumber = batch.Value.Number };
        }

        var page = await calls.ListAsync(
            filter, query.Take, query.After, query.Skip, query.Ascending, cancellationToken);
        var total = await calls.CountAsync(filter, cancellationToken);
        return new CallListBody("success", total, page.Count, [.. page.Select(CallRowBody.Of)])
        {
            NextCursor = query.Next(page),
        };
    }

    /// <summary>Everything about one call.</summary>
    public async Task<Result<CallBody>> GetAsync(CallId id, CancellationToken cancellationToken)
    {
        var call = await calls.GetAsync(id, cancellationToken);
        if (!call.IsSuccess)
            return call.Error;
        var standstill = call.Value.Summary.Status.IsWaiting()
            ? await standstills.OfCallAsync(call.Value.Summary.Key, cancellationToken)
            : null;
        return CallBody.Of(call.Value, standstill);
    }

    /// <summary>The calls of a batch in its own order, whole with their transcripts or as rows.</summary>
    public async Task<IReadOnlyList<object>> OfBatchAsync(
        BatchSummary batch, bool withTranscripts, CancellationToken cancellationToken)
    {
        var page = await calls.ListAsync(
            new CallFilter(batch.Number, []), MostInBatch, after: null, skip: 0, ascending: true, cancellationToken);
        if (!withTranscripts)
            return [.. page.Select(CallRowBody.Of)];
        var whole = new List<object>();
        foreach (var call in page)
            whole.Add((await GetAsync(call.Id, cancellationToken)).Value);
        return whole;
    }
}
