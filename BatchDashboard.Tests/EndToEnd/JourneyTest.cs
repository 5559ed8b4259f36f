using BatchDashboard.Tests.Support;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.EndToEnd;

/// <summary>A way through the whole app in a real browser; runs beside the tests of single pages.</summary>
[Collection(JourneyCollection.Name)]
public abstract class JourneyTest(Browser browser, ITestOutputHelper output) : BrowserTest(browser, output);

/// <summary>The journeys: one after the other, in a browser of their own.</summary>
[CollectionDefinition(Name)]
public sealed class JourneyCollection : ICollectionFixture<Browser>
{
    public const string Name = "Journeys";
}
