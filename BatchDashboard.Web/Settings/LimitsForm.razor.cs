using System.Globalization;
using BatchDashboard.Core;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace BatchDashboard.Web.Settings;

/// <summary>Shows and changes the limits of the installation, or of one provider; those of the configuration hold until then.</summary>
public sealed partial class LimitsForm
{
    private int? _calls;
    private double? _rate;
    private Limits _configured = new(0, 0);
    private bool _isConfigured;
    private Error? _problem;
    private bool _busy;

    [Inject] public required DialLimits Limits { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [CascadingParameter] public required Task<AuthenticationState> SignedIn { get; set; }

    /// <summary>Null: the whole installation.</summary>
    [Parameter] public string? Provider { get; set; }

    protected override void OnInitialized() => Show();

    private void Show()
    {
        var limits = Limits.Of(Provider);
        _configured = Limits.Configured(Provider);
        _isConfigured = limits == _configured;
        _calls = limits.MaxConcurrentCalls is > 0 and var calls ? calls : null;
        _rate = limits.MaxCallsPerSecond is > 0 and var rate ? rate : null;
    }

    private Task SaveAsync() => SetAsync(new Limits(_calls ?? 0, _rate ?? 0), "The limits are saved.");

    private Task ResetAsync() => SetAsync(null, "The limits of the configuration hold again.");

    private async Task SetAsync(Limits? limits, string done)
    {
        _busy = true;
        _problem = await Limits.SetAsync(Provider, limits, (await SignedIn).User.Identity!.Name!, CancellationToken.None);
        _busy = false;
        if (_problem is not null)
            return;
        Show();
        Announcer.Announce(done);
    }

    private string Field(string name) => $"{Provider ?? "installation"}-{name}";

    private string Setting(string name) => Provider is null ? $"Dispatch:{name}" : $"Dispatch:Providers:{Provider}:{name}";

    private static string Words(Limits limits) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(limits.MaxConcurrentCalls == 0 ? "any number of calls" : $"{limits.MaxConcurrentCalls:N0} calls")} at once, " +
        $"{(limits.MaxCallsPerSecond == 0 ? "any number" : $"{limits.MaxCallsPerSecond:#,0.##}")} per second");

    private string? ProblemAt(string field) => _problem?.Field == field ? _problem.Message : null;

    private string? Invalid(string field) => _problem?.Field == field ? "true" : null;
}
