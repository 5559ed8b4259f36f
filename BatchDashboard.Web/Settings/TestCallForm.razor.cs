using BatchDashboard.Core;
using BatchDashboard.Core.Batches.Requests;
using BatchDashboard.Web.Batches;
using BatchDashboard.Web.DoNotCall;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace BatchDashboard.Web.Settings;

/// <summary>Takes what a test call needs, launches it, and goes to its batch.</summary>
public sealed partial class TestCallForm
{
    private string _number = "";
    private string _country = DoNotCallListQuery.UsualCountry;
    private string _prompt = "Say that this is a test call from BatchDashboard, thank the person, and end the call.";
    private Error? _problem;
    private bool _busy;

    [Inject] public required TestCalls Calls { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public required Task<AuthenticationState> SignedIn { get; set; }

    [Parameter, EditorRequired] public required string Provider { get; set; }

    /// <summary>Somebody's telephone rings.</summary>
    [Parameter, EditorRequired] public bool IsReal { get; set; }

    private async Task PlaceAsync()
    {
        // The button is disabled a moment later than it is pressed twice.
        if (_busy)
            return;
        _busy = true;
        var placed = await Calls.PlaceAsync(
            Provider, _number.Trim(), _country, _prompt, (await SignedIn).User.Identity!.Name!, CancellationToken.None);
        if (placed.IsSuccess)
        {
            Navigation.NavigateTo(BatchAddress.Of(placed.Value));
            return;
        }

        (_busy, _problem) = (false, placed.Error);
    }

    private string Field(string name) => $"{Provider}-{name}";

    private string? ProblemAt(string field) => _problem?.Field == field ? _problem.Message : null;

    private string? Invalid(string field) => _problem?.Field == field ? "true" : null;
}
