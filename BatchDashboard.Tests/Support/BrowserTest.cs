using Xunit.Abstractions;

namespace BatchDashboard.Tests.Support;

/// <summary>A test that looks at real apps through a real browser.</summary>
[Collection(BrowserCollection.Name)]
public abstract class BrowserTest(Browser browser, ITestOutputHelper output) : AppTest(output)
{
    protected async Task<BrowserWindow> OpenWindowAsync(Uri address, WindowOptions? options = null) =>
        CloseAfterTest(await browser.OpenAsync(address, options));
}
