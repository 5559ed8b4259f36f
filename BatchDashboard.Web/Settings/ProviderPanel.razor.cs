using BatchDashboard.Core;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BatchDashboard.Web.Settings;

/// <summary>One provider of the providers' page.</summary>
public sealed partial class ProviderPanel : IDisposable
{
    private static readonly StatusLook Default = new(Icons.Material.Filled.Star, "Default", Tone.Info);
    private static readonly StatusLook Ready = new(Icons.Material.Filled.Check, "Ready", Tone.Success);
    private static readonly StatusLook NoKey = new(Icons.Material.Filled.KeyOff, "No key", Tone.Warning);

    private readonly CancellationTokenSource _gone = new();
    private Error? _notReady;
    private string? _checked;
    private bool _isFine;
    private bool _checking;

    [Inject] public required CallProviders Providers { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [Parameter, EditorRequired] public required ICallProvider Provider { get; set; }

    /// <summary>New batches use it.</summary>
    [Parameter, EditorRequired] public bool IsDefault { get; set; }

    private ProviderWords Words => ProviderWords.Of(Provider.Name);

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnParametersSet() => _notReady = Providers.NotReady(Provider.Name);

    // What was found out with another key says nothing any more.
    private void Refresh() => (_notReady, _checked) = (Providers.NotReady(Provider.Name), null);

    private async Task CheckAsync()
    {
        (_checking, _checked) = (true, null);
        var problem = await Provider.CheckAsync(_gone.Token);
        (_checking, _isFine) = (false, problem is null);
        _checked = problem?.Message ?? (Provider.NeedsKey ? $"{Words.Title} answers, and the key is good." : $"{Words.Title} is ready.");
        Announcer.Announce(_checked);
    }
}
