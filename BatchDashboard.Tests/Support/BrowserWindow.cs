using Microsoft.Playwright;

namespace BatchDashboard.Tests.Support;

/// <summary>A visitor's window: one page, and everything that went wrong on it behind the visitor's back.</summary>
public sealed class BrowserWindow : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly WindowOptions _options;
    private readonly PageWatch _watch;

    internal BrowserWindow(Uri address, WindowOptions options, IBrowserContext context, IPage page)
    {
        (_options, _context, Page) = (options, context, page);
        _watch = new PageWatch(address, context);
    }

    public IPage Page { get; }

    /// <summary>Says that the test provokes this: problems that contain the text are none.</summary>
    public void Expect(string text) => _watch.Expect(text);

    /// <summary>Keeps the page's picture under <c>artifacts/screenshots</c> when BATCHDASHBOARD_SCREENSHOTS is 1.</summary>
    public async Task ScreenshotAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("BATCHDASHBOARD_SCREENSHOTS") != "1")
            return;
        var theme = _options.Theme == Theme.Dark ? "dark" : "light";
        await Page.ScreenshotAsync(new()
        {
            Path = SolutionDirectory.PathOf("artifacts", "screenshots", $"{name}-{theme}-{_options.Width}.png"),
            FullPage = true,
            Animations = ScreenshotAnimations.Disabled,
        });
    }

    /// <summary>Closes the window; fails the test when something went wrong that it did not expect.</summary>
    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        var problems = _watch.Problems();
        Assert.True(problems.Count == 0, $"The browser reported:\n{string.Join('\n', problems)}");
    }
}
