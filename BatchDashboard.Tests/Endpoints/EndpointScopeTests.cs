using BatchDashboard.Core;
using BatchDashboard.Web.Account;
using BatchDashboard.Web.Endpoints;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace BatchDashboard.Tests.Endpoints;

public sealed class EndpointScopeTests
{
    private static readonly string[] Scopes = [Policies.Read, Policies.Launch, Policies.Manage];

    [Fact]
    public async Task Each_operation_asks_for_a_key_with_one_scope_and_only_the_question_for_oneself_for_none()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddBatchDashboardCore(builder.Configuration);
        builder.Services.AddAccounts(builder.Configuration);
        builder.Services.AddEndpoints(builder.Configuration);
        await using var app = builder.Build();
        app.MapEndpoints();

        var operations = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => ProgramPaths.IsApi("/" + endpoint.RoutePattern.RawText!.TrimStart('/')))
            .Select(endpoint => (
                Name: endpoint.DisplayName,
                Policies: endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(asked => asked.Policy).ToList()))
            .ToList();

        Assert.InRange(operations.Count, 20, 100);
        Assert.All(operations, operation => Assert.Contains(Policies.ApiKeyOnly, operation.Policies));
        Assert.All(operations, operation => Assert.Equal(
            operation.Name!.Contains("/v1/me", StringComparison.Ordinal) ? 0 : 1, operation.Policies.Count(Scopes.Contains)));
    }
}
