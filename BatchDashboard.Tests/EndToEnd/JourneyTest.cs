using BatchDashboard.Tests.Support;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.EndToEnd;

/// <summary>A way through the whole app in a real browser; runs beside the tests of single pages.</summary>
[Collection(JourneyCollection.Name)]
public abstract class JourneyTest(Browser browser, ITestOutputHelper output) : BrowserTest(browser, output);
