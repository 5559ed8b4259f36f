using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.EndToEnd;

/// <summary>The journeys: one after the other, in a browser of their own.</summary>
[CollectionDefinition(Name)]
public sealed class JourneyCollection : ICollectionFixture<Browser>
{
    public const string Name = "Journeys";
}
