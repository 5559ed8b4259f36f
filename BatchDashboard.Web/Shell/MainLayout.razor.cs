using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BatchDashboard.Web.Shell;

/// <summary>The frame around every page with a circuit: app bar, navigation, theme and error boundary.</summary>
public sealed partial class MainLayout : IAsyncDisposable
{
    private PageErrorBoundary? _boundary;
    private IJSObjectReference? _preferences;
    private DotNetObjectReference<MainLayout>? _self;
    private ThemeChoice _theme;
    private bool _systemIsDark;
    private bool _singleKeys;

    [Inject] public required IJSRuntime Js { get; init; }

    [CascadingParameter] public BrowserPreferences Browser { get; set; } = BrowserPreferences.Unknown;

    private bool IsDark => _theme == ThemeChoice.Dark || (_theme == ThemeChoice.System && _systemIsDark);

    protected override void OnInitialized() =>
        (_theme, _systemIsDark, _singleKeys) = (Browser.Theme, Browser.SystemIsDark, Browser.SingleKeys);

    // A new page gets a new chance.
    protected override void OnParametersSet() => _boundary?.Recover();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _self = DotNetObjectReference.Create(this);
        await (await PreferencesAsync()).InvokeVoidAsync("followSystem", _self);
    }

    /// <summary>Draws the look that the system has; the page calls it at its start and whenever that changes.</summary>
    [JSInvokable]
    public Task FollowSystemAsync(bool isDark)
    {
        if (isDark == _systemIsDark)
            return Task.CompletedTask;
        _systemIsDark = isDark;
        return InvokeAsync(StateHasChanged);
    }

    private async Task ChooseThemeAsync(ThemeChoice choice)
    {
        _theme = choice;
        await (await PreferencesAsync()).InvokeVoidAsync("rememberTheme", choice.ToString().ToLowerInvariant());
    }

    private async Task ChooseSingleKeysAsync(bool choice)
    {
        _singleKeys = choice;
        await (await PreferencesAsync()).InvokeVoidAsync("rememberSingleKeys", choice ? "on" : "off");
    }

    private async ValueTask<IJSObjectReference> PreferencesAsync() =>
        _preferences ??= await Js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["preferences.js"]}");

    public async ValueTask DisposeAsync()
    {
        await _preferences.LetGoAsync("stopFollowing");
        _self?.Dispose();
    }
}
