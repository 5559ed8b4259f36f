using BatchDashboard.Core.Telephony;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Web.Settings;

/// <summary>Who places the calls: are they ready, do they answer, and a call to try them.</summary>
public sealed partial class ProvidersPage
{
    [Inject] public required CallProviders Providers { get; init; }

    [Inject] public required IOptions<ProviderOptions> Options { get; init; }
}
