using BatchDashboard.Core.Batches;
using BatchDashboard.Web.Endpoints;
using Microsoft.AspNetCore.SignalR;

namespace BatchDashboard.Web.LiveUpdates;

/// <summary>Tells programs and pages elsewhere how batches go, as it happens.</summary>
public sealed class BatchHub(BatchQueries batches, BatchWatch watch) : Hub<IBatchClient>
{
    private const string WatchKey = "watch";

    /// <summary>
    /// Watches one batch, whose present state is told at once, or all of them; ends an earlier watch.
    /// </summary>
    /// <param name="batchId">Null: every batch.</param>
    /// <exception cref="HubException">There is no such batch.</exception>
    public async Task Watch(string? batchId)
    {
        BatchSummary? batch = null;
        if (!string.IsNullOrWhiteSpace(batchId))
        {
            var found = await batches.FindAsync(batchId, Context.ConnectionAborted);
            batch = found.IsSuccess ? found.Value : throw new HubException(found.Error.Message);
        }

        Unwatch();
        Context.Items[WatchKey] = watch.Begin(batch?.Number, Context.ConnectionId);
        // Read again behind the subscription, so that nothing falls between the two.
        if (batch is not null)
            await watch.TellAsync(Clients.Caller, batch.Number, Context.ConnectionAborted);
    }

    /// <summary>Ends the watch.</summary>
    public void Unwatch()
    {
        if (Context.Items.Remove(WatchKey, out var running))
            (running as IDisposable)?.Dispose();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        Unwatch();
        return base.OnDisconnectedAsync(exception);
    }
}
