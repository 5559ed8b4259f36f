using BatchDashboard.Core;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Web.Shell;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Web.Settings;

/// <summary>Reads the keys that were entered, and refuses to start when new batches could not be called at all.</summary>
internal sealed class ProviderStartup(ProviderKeys keys, CallProviders providers, IOptions<ProviderOptions> options) : IStartupStep
{
    public async Task<IReadOnlyList<Error>> RunAsync(CancellationToken cancellationToken)
    {
        await keys.LoadAsync(cancellationToken);
        var name = options.Value.Default;
        return providers.NotReady(name) is { } notReady
            ? [notReady with { Message = $"Providers:Default is '{name}'. {notReady.Message} To do that, start once with Providers:Default=sandbox." }]
            : [];
    }
}
