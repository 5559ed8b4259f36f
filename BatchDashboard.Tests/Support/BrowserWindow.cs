using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BatchDashboard.Tests.Support;

/// <summary>A visitor's window: one page, and everything that went wrong on it behind the visitor's back.</summary>
public sealed partial class BrowserWindow : IAsyncDisposable
{
    /// <summary>What is not yet as the look wants it; empty when all is.</summary>
    private const string WhatIsLeft =
        """
        look => {
            const drawn = getComputedStyle(document.documentElement).getPropertyValue("--mud-native-html-color-scheme").trim();
            const moving = document.getAnimations().filter(animation => animation instanceof CSSTransition && animation.playState === "running");
            return [
                ...(drawn === "" || drawn === look ? [] : [`the page is drawn ${drawn}`]),
                ...moving.map(({ transitionProperty, effect }) => `${transitionProperty} of ${effect.target.outerHTML.slice(0, 200)}`),
            ].join("; ");
        }
        """;

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

    /// <summary>
    /// Looks at the page as it stands, or goes there first: it must fit its window and be accessible, in the dark and in the light.
    /// </summary>
    public async Task LookAsync(string name, string? address = null)
    {
        if (address is not null)
        {
            // While the circuit takes the page over, its title is gone for a moment.
            await Page.GotoAsync(address);
            // The pages of the door are plain; all others are taken over by a circuit.
            if (await Page.Locator(".shell").CountAsync() > 0)
                await Page.UntilInteractiveAsync();
            await Assertions.Expect(Page.Locator("h1")).ToBeVisibleAsync();
            await Assertions.Expect(Page).ToHaveTitleAsync(PageName());
        }

        foreach (var look in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await WearAsync(look);
            await ScreenshotAsync(name, look);
            var overflow = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
            Assert.True(overflow <= 0, $"{Page.Url} is {overflow} px wider than its window.");
            await Axe.AssertNoViolationsAsync(Page);
        }
    }

    /// <summary>Closes the window; fails the test when something went wrong that it did not expect.</summary>
    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        var problems = _watch.Problems();
        Assert.True(problems.Count == 0, $"The browser reported:\n{string.Join('\n', problems)}");
    }

    [GeneratedRegex(" · BatchDashboard$")]
    private static partial Regex PageName();

    /// <summary>Changes the system's look, and waits until the page has followed and its colours have settled.</summary>
    private async Task WearAsync(ColorScheme look)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = look });
        var left = "";
        await Eventually.TrueAsync(
            async () => (left = await Page.EvaluateAsync<string>(WhatIsLeft, Word(look))).Length == 0,
            TimeSpan.FromSeconds(30),
            () => $"{Page.Url} wears the {Word(look)} look: {left}");
    }

    /// <summary>Keeps the page's picture under <c>artifacts/screenshots</c> when BATCHDASHBOARD_SCREENSHOTS is 1.</summary>
    private async Task ScreenshotAsync(string name, ColorScheme look)
    {
        if (Environment.GetEnvironmentVariable("BATCHDASHBOARD_SCREENSHOTS") != "1")
            return;
        await Page.ScreenshotAsync(new()
        {
            Path = SolutionDirectory.PathOf("artifacts", "screenshots", $"{name}-{Word(look)}-{_options.Width}.png"),
            FullPage = true,
            Animations = ScreenshotAnimations.Disabled,
        });
    }

    private static string Word(ColorScheme look) => look == ColorScheme.Dark ? "dark" : "light";
}
