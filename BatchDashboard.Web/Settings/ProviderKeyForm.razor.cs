using BatchDashboard.Core.Telephony;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace BatchDashboard.Web.Settings;

/// <summary>Takes and removes the key of a provider's account; write-only.</summary>
public sealed partial class ProviderKeyForm
{
    private ProviderKey? _key;
    private string _typed = "";
    private string? _problem;
    private bool _asking;
    private bool _busy;

    [Inject] public required ProviderKeys Keys { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [CascadingParameter] public required Task<AuthenticationState> SignedIn { get; set; }

    [Parameter, EditorRequired] public required string Provider { get; set; }

    /// <summary>Called when there is another key, or none.</summary>
    [Parameter, EditorRequired] public EventCallback OnChange { get; set; }

    private string FieldId => $"{Provider}-key";

    protected override void OnParametersSet() => _key = Keys.Of(Provider);

    private async Task EnterAsync()
    {
        _busy = true;
        var refused = await Keys.EnterAsync(Provider, _typed, await WhoAsync(), CancellationToken.None);
        (_busy, _problem) = (false, refused?.Message);
        if (refused is null)
            await TellAsync("The key is saved.");
    }

    private async Task RemoveAsync()
    {
        _busy = true;
        await Keys.RemoveAsync(Provider, await WhoAsync(), CancellationToken.None);
        (_busy, _asking) = (false, false);
        await TellAsync("The key is removed.");
    }

    private async Task TellAsync(string sentence)
    {
        (_key, _typed) = (Keys.Of(Provider), "");
        Announcer.Announce(sentence);
        await OnChange.InvokeAsync();
    }

    private async Task<string> WhoAsync() => (await SignedIn).User.Identity!.Name!;
}
