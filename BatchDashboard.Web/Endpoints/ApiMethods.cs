using BatchDashboard.Web.Account;
using Microsoft.AspNetCore.Routing.Template;

namespace BatchDashboard.Web.Endpoints;

/// <summary>What can be done at a path of the API.</summary>
internal static class ApiMethods
{
    /// <summary>The methods of the API's own endpoints at the path that was asked for.</summary>
    public static string[] At(HttpContext context) =>
    [
        .. context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => IsAt(endpoint.RoutePattern.RawText ?? "", context.Request.Path))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static bool IsAt(string pattern, PathString path) =>
        ProgramPaths.IsApi($"/{pattern.TrimStart('/')}")
        && new TemplateMatcher(TemplateParser.Parse(pattern), []).TryMatch(path, []);
}
