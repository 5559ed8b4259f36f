using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Dispatching;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Webhooks;

/// <summary>The delivery log: what was sent to webhooks, what came back, and sending it again.</summary>
public sealed class WebhookQueries(Database database, WorkSignal work, TimeProvider time)
{
    /// <summary>Newest first.</summary>
    /// <param name="batch">Null: of all batches.</param>
    /// <param name="state">Null: in any state.</param>
    /// <param name="before">The number of the last one of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<WebhookDelivery>> ListAsync(
        BatchId? batch, WebhookState? state, long? before, int take, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        var messages = context.WebhookMessages.AsNoTracking();
        if (batch is { } id)
            messages = messages.Where(message => message.BatchNumber == context.Batches.Where(known => known.Id == id).Select(known => known.Number).FirstOrDefault());
        if (state is not null)
            messages = messages.Where(message => message.State == state);
        if (before is not null)
            messages = messages.Where(message => message.Number < before);
        var page = await messages.OrderByDescending(message => message.Number).Take(take).ToListAsync(cancellationToken);
        var numbers = page.ConvertAll(message => message.Number);
        var tries = await context.WebhookTries.AsNoTracking().Where(attempt => numbers.Contains(attempt.MessageNumber))
            .OrderBy(attempt => attempt.Try).ToListAsync(cancellationToken);
        var ofMessage = tries.ToLookup(attempt => attempt.MessageNumber);
        var batches = page.ConvertAll(message => message.BatchNumber);
        var names = await context.Batches.AsNoTracking().Where(known => batches.Contains(known.Number))
            .ToDictionaryAsync(known => known.Number, known => known.Name, cancellationToken);
        return [.. page.Select(message => new WebhookDelivery(message, names[message.BatchNumber], [.. ofMessage[message.Number]]))];
    }

    /// <summary>Sends a message again, whatever became of it; it keeps its id. False: there is none of this number.</summary>
    public async Task<bool> SendAgainAsync(long number, CancellationToken cancellationToken)
    {
        var isKnown = await database.WriteAsync(
            WritePriority.Interactive,
            context => Task.FromResult(context.SendWebhookAgain(number, time.GetUtcNow())),
            cancellationToken);
        work.Pulse();
        return isKnown;
    }
}
