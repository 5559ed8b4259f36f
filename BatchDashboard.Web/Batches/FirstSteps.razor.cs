using BatchDashboard.Core.Batches.Requests;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Core.Telephony.Bland;
using BatchDashboard.Web.Settings;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Web.Batches;

/// <summary>Reads how far this installation is, and launches the demo batch.</summary>
public sealed partial class FirstSteps
{
    private IReadOnlyList<FirstStep> _steps = [];
    private bool _busy;

    [Inject] public required DemoBatch Demo { get; init; }

    [Inject] public required CallProviders Providers { get; init; }

    [Inject] public required IOptions<ProviderOptions> Options { get; init; }

    [Inject] public required CallingClocks Clocks { get; init; }

    [Inject] public required DoNotCallQueries DoNotCall { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public required Task<AuthenticationState> SignedIn { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var provider = Options.Value.Default;
        var words = ProviderWords.Of(provider);
        _steps =
        [
            FirstStep.Provider(words, Providers.NotReady(provider)?.Message),
            FirstStep.TestCall,
            FirstStep.CallingHours(Clocks.HoursOf(words.IsReal ? provider : BlandOptions.ProviderName)),
            FirstStep.DoNotCall(await DoNotCall.CountAsync(CancellationToken.None)),
        ];
    }

    private async Task RunDemoAsync()
    {
        // The button is disabled a moment later than it is pressed twice.
        if (_busy)
            return;
        _busy = true;
        Navigation.NavigateTo(BatchAddress.Of(await Demo.LaunchAsync((await SignedIn).User.Identity!.Name!, CancellationToken.None)));
    }
}
