using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.LiveUpdates;
using Microsoft.AspNetCore.SignalR;

namespace BatchDashboard.Web.LiveUpdates;

/// <summary>Passes the live feed on to connections of the hub.</summary>
public sealed class BatchWatch(
    IBatchFeed feed, BatchQueries batches, CallIds callIds, IHubContext<BatchHub, IBatchClient> hub)
{
    /// <summary>Passes changes on until it is disposed.</summary>
    /// <param name="batchNumber">Null: of every batch.</param>
    public IDisposable Begin(int? batchNumber, string connectionId)
    {
        var client = hub.Clients.Client(connectionId);
        return feed.Subscribe(
            batchNumber, (changes, cancellationToken) => TellAsync(client, changes, cancellationToken));
    }

    /// <summary>Tells how a batch stands now.</summary>
    public Task TellAsync(IBatchClient client, int batchNumber, CancellationToken cancellationToken) =>
        TellAsync(client, [BatchChange.Of(batchNumber)], cancellationToken);

    private async Task TellAsync(
        IBatchClient client, IReadOnlyList<BatchChange> changes, CancellationToken cancellationToken)
    {
        var changedCalls = changes.ToDictionary(change => change.BatchNumber, change => change.Calls);
        foreach (var batch in await batches.GetManyAsync(changedCalls.Keys, cancellationToken))
        {
            // The calls of a batch carry its own time of creation.
            var ids = changedCalls[batch.Number].Select(key => callIds.Of(key, batch.CreatedAt).Value);
            await client.BatchChanged(BatchUpdate.Of(batch, [.. ids]));
        }
    }
}
