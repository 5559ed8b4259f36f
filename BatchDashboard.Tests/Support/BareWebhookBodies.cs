using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Webhooks;

namespace BatchDashboard.Tests.Support;

/// <summary>Tells of a call its row; the app tells what its API does.</summary>
internal sealed class BareWebhookBodies : ICallWebhookBodies
{
    public Task<string?> WriteAsync(CallKey call, CancellationToken cancellationToken) =>
        Task.FromResult<string?>($$"""{"row_number":{{call.RowNumber}}}""");
}
