using System.Text.Json;
using System.Text.Json.Nodes;
using BatchDashboard.Core;
using BatchDashboard.Web.Account;
using BatchDashboard.Web.Endpoints;
using BatchDashboard.Web.Endpoints.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BatchDashboard.Tests.Endpoints.OpenApi;

/// <summary>The document beside the endpoints it is made of, without a server.</summary>
public sealed class ApiDocumentTests : IAsyncLifetime
{
    private WebApplication _app = null!;
    private ApiContract _contract = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddBatchDashboardCore(builder.Configuration);
        builder.Services.AddAccounts(builder.Configuration);
        builder.Services.AddEndpoints(builder.Configuration);
        _app = builder.Build();
        _app.MapEndpoints();
        // What a start does with the routes.
        ((IApplicationBuilder)_app).UseRouting().UseEndpoints(_ => { });
        _contract = new ApiContract(await _app.Services.GetRequiredService<ApiDocument>().JsonAsync(default));
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public void Every_route_of_the_API_is_told_and_nothing_else()
    {
        var routes = from endpoint in ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
                     from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
                     let path = "/" + endpoint.RoutePattern.RawText!.Trim('/')
                     where path != "/openapi/v1.json"
                     select $"{method} {path}";

        Assert.Equal(routes.Order(), _contract.Operations.Select(operation => operation.Name).Order());
    }

    [Fact]
    public void Every_operation_says_what_it_does_under_a_heading_of_its_part()
    {
        var names = _contract.Operations.Select(operation => (string)operation.Said["operationId"]!).ToArray();
        Assert.Equal(names.Distinct(), names);
        foreach (var operation in _contract.Operations)
        {
            Assert.NotEqual("", (string?)operation.Said["summary"] ?? "");
            Assert.EndsWith(".", (string?)operation.Said["description"] ?? operation.Name, StringComparison.Ordinal);
            Assert.Single(operation.Said["tags"]!.AsArray());
            Assert.Equal(operation.Path.StartsWith("/v", StringComparison.Ordinal), operation.NeedsKey);
        }
    }

    [Fact]
    public void Every_example_is_what_it_is_an_example_of()
    {
        var bodies = _contract.Operations.SelectMany(operation => Bodies(operation.Said)).ToArray();

        Assert.True(bodies.Length > 15, $"There are {bodies.Length} examples.");
        foreach (var body in bodies)
            _contract.AssertValid(body["schema"]!, JsonElement.Parse(body["example"]!.ToJsonString()), body["example"]!.ToJsonString());
    }

    private static IEnumerable<JsonObject> Bodies(JsonNode? node) => node switch
    {
        JsonObject { } body when body.ContainsKey("example") && body.ContainsKey("schema") => [body],
        JsonObject { } members => members.SelectMany(member => Bodies(member.Value)),
        JsonArray items => items.SelectMany(Bodies),
        _ => [],
    };
}
