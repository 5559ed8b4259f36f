using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Webhooks;

/// <summary>Writes what a webhook is told of a call that is over: what the API tells of it.</summary>
public interface ICallWebhookBodies
{
    /// <summary>JSON; null when the call is not there any more.</summary>
    Task<string?> WriteAsync(CallKey call, CancellationToken cancellationToken);
}
