using Microsoft.Playwright;

namespace BatchDashboard.Tests.Support;

/// <summary>One Chromium for all browser tests; every test gets a context of its own in it.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Fallback = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Nothing that a page asks for may leave the machine.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("BATCHDASHBOARD_CHROMIUM") ?? Fallback,
            Args = Arguments,
        });
    }

    public async Task DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>Opens a fresh window, without cookies, for the app at the address.</summary>
    public async Task<BrowserWindow> OpenAsync(Uri address, WindowOptions? options = null)
    {
        options ??= new();
        var context = await _chromium!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = options.Width, Height = options.Height },
            ColorScheme = ColorScheme.Light,
            Locale = "en-US",
            TimezoneId = options.TimeZone,
        });
        return new BrowserWindow(address, options, context, await context.NewPageAsync());
    }
}
