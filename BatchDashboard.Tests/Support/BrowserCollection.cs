namespace BatchDashboard.Tests.Support;

/// <summary>The tests that share one <see cref="Browser"/>; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Browser>
{
    public const string Name = "Browser";
}
