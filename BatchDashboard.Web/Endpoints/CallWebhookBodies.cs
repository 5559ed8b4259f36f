using System.Text.Json;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Webhooks;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Tells the webhook of a call what <c>GET /v1/calls/{id}</c> tells of it.</summary>
internal sealed class CallWebhookBodies(CallQueries calls) : ICallWebhookBodies
{
    public async Task<string?> WriteAsync(CallKey call, CancellationToken cancellationToken) =>
        await calls.GetAsync(call, cancellationToken) is { } known
            ? JsonSerializer.Serialize(CallBody.Of(known, standstill: null), ApiJson.Options)
            : null;
}
