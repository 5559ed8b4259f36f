using System.Text.Json.Serialization;
using BatchDashboard.Web.Account;
using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace BatchDashboard.Web.Endpoints.OpenApi;

/// <summary>The document that describes the API to programs, made of the endpoints themselves.</summary>
internal static class OpenApiRegistration
{
    private static readonly PathString[] Beside = ["/health", "/providers"];

    public static IServiceCollection AddApiDocument(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
            // Numbers are written as numbers.
            ApiJson.Configure(json.SerializerOptions).NumberHandling = JsonNumberHandling.Strict);
        services.AddOpenApi(ApiDocument.Name, options =>
        {
            options.ShouldInclude = IsPublic;
            options.CreateSchemaReferenceId = SchemaNames.Of;
            options.AddSchemaTransformer(SchemaNotes.TransformAsync);
            options.AddOperationTransformer(EveryOperation.TransformAsync);
            options.AddDocumentTransformer(WholeDocument.TransformAsync);
        });
        return services.AddSingleton<ApiDocument>();
    }

    public static void MapApiDocument(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"/openapi/{ApiDocument.Name}.json", GetAsync).AllowAnonymous();

    private static async Task<IResult> GetAsync(ApiDocument document, CancellationToken cancellationToken) =>
        TypedResults.Text(await document.JsonAsync(cancellationToken), "application/json; charset=utf-8");

    private static bool IsPublic(ApiDescription endpoint)
    {
        PathString path = "/" + endpoint.RelativePath;
        return ProgramPaths.IsApi(path) || Array.Exists(Beside, start => path.StartsWithSegments(start));
    }
}
