using Xunit.Sdk;

namespace BatchDashboard.Tests.Support;

/// <summary>The browser's own checks must bite, or every browser test is worth less than it says.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BrowserWindowTests(Browser browser)
{
    [Fact]
    public async Task A_page_without_faults_passes()
    {
        await using var site = await TestSite.StartAsync("<main><h1>Fine</h1></main>");
        var window = await browser.OpenAsync(site.Address);

        await window.Page.GotoAsync("/");
        await Axe.AssertNoViolationsAsync(window.Page);

        await window.DisposeAsync();
    }

    [Theory]
    [InlineData("<script>console.error('out of order')</script>", "console: out of order")]
    [InlineData("<script>throw new Error('thrown away')</script>", "thrown away")]
    [InlineData("<script>fetch('/missing').then(() => document.title = 'done')</script>", "404: GET")]
    [InlineData("<script>fetch('http://stranger.test/x').catch(() => document.title = 'done')</script>", "stranger.test")]
    public async Task A_fault_behind_the_visitors_back_fails_the_test(string script, string expected)
    {
        await using var site = await TestSite.StartAsync(script);
        var window = await browser.OpenAsync(site.Address);

        await window.Page.GotoAsync("/");
        if (script.Contains("done", StringComparison.Ordinal))
            await window.Page.WaitForFunctionAsync("document.title === 'done'");

        var failure = await Assert.ThrowsAnyAsync<XunitException>(async () => await window.DisposeAsync());
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_that_the_test_expects_passes()
    {
        await using var site = await TestSite.StartAsync("<script>console.error('out of order')</script>");
        var window = await browser.OpenAsync(site.Address);
        window.Expect("out of order");

        await window.Page.GotoAsync("/");

        await window.DisposeAsync();
    }

    [Fact]
    public async Task A_page_that_is_not_accessible_fails_with_rule_place_and_reason()
    {
        await using var site = await TestSite.StartAsync("<main><button id=\"mute\"></button></main>");
        await using var window = await browser.OpenAsync(site.Address);
        await window.Page.GotoAsync("/");

        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => Axe.AssertNoViolationsAsync(window.Page));

        Assert.Contains("button-name (critical)", failure.Message, StringComparison.Ordinal);
        Assert.Contains("#mute", failure.Message, StringComparison.Ordinal);
        Assert.Contains("discernible text", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_in_the_dark_fails()
    {
        await using var site = await TestSite.StartAsync(
            """
            <style>@media (prefers-color-scheme: dark) { body { background: #000; color: #111; } }</style>
            <main><h1>Fine by day</h1></main>
            """);
        await using var window = await browser.OpenAsync(site.Address);
        await window.Page.GotoAsync("/");

        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => window.LookAsync("night"));

        Assert.Contains("color-contrast", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_wider_than_its_window_fails()
    {
        await using var site = await TestSite.StartAsync("<main><h1 style=\"width: 400px\">Fine when wide</h1></main>");
        await using var window = await browser.OpenAsync(site.Address, new() { Width = 390 });
        await window.Page.GotoAsync("/");

        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => window.LookAsync("narrow"));

        Assert.Contains("wider than its window", failure.Message, StringComparison.Ordinal);
    }
}
