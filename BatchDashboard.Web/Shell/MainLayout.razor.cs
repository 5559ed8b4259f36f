using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace BatchDashboard.Web.Shell;

/// <summary>The frame around every page with a circuit: app bar, navigation, theme and error boundary.</summary>
public sealed partial class MainLayout : IAsyncDisposable
{
    private MudThemeProvider? _themeProvider;
    private PageErrorBoundary? _boundary;
    private IJSObjectReference? _preferences;
    private ThemeChoice _theme;
    private bool _systemIsDark;

    [Inject] public required IJSRuntime Js { get; init; }

    [CascadingParameter] public BrowserPreferences Browser { get; set; } = BrowserPreferences.Unknown;

    private bool IsDark => _theme == ThemeChoice.Dark || (_theme == ThemeChoice.System && _systemIsDark);

    protected override void OnInitialized() => (_theme, _systemIsDark) = (Browser.Theme, Browser.SystemIsDark);

    // A new page gets a new chance.
    protected override void OnParametersSet() => _boundary?.Recover();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && _themeProvider is not null)
            await _themeProvider.WatchSystemDarkModeAsync(FollowSystemAsync);
    }

    private Task FollowSystemAsync(bool isDark)
    {
        _systemIsDark = isDark;
        return InvokeAsync(StateHasChanged);
    }

    private async Task ChooseThemeAsync(ThemeChoice choice)
    {
        _theme = choice;
        _preferences ??= await Js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["preferences.js"]}");
        await _preferences.InvokeVoidAsync("rememberTheme", choice.ToString().ToLowerInvariant());
    }

    public async ValueTask DisposeAsync()
    {
        await _preferences.LetGoAsync();
    }
}
