namespace BatchDashboard.Tests.Endpoints;

/// <summary>The tests that share one <see cref="ApiApp"/>; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ApiAppCollection : ICollectionFixture<ApiApp>
{
    public const string Name = "API";
}
