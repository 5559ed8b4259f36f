using System.Globalization;
using BatchDashboard.Web.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BatchDashboard.Web.Endpoints.OpenApi;

/// <summary>What holds for many operations alike: names, ids in paths, the key, and what refusals mean.</summary>
internal static class EveryOperation
{
    private static readonly Dictionary<int, string> Meanings = new()
    {
        [StatusCodes.Status400BadRequest] = "Something in the request is wrong; the answer names it and says what to do.",
        [StatusCodes.Status401Unauthorized] = "The key is missing, unknown or has expired.",
        [StatusCodes.Status403Forbidden] = "The key is good, but may not do this.",
        [StatusCodes.Status404NotFound] = "There is nothing with this id.",
        [StatusCodes.Status409Conflict] = "It cannot be done the way things stand; nothing was changed.",
        [StatusCodes.Status413PayloadTooLarge] = "The body is larger than this installation takes.",
        [StatusCodes.Status415UnsupportedMediaType] = "The Content-Type is not understood here.",
        [StatusCodes.Status429TooManyRequests] = "Too many requests with this key; wait as long as `Retry-After` says.",
        [StatusCodes.Status500InternalServerError] = "The server failed; the answer has a reference that stands in its log.",
        [StatusCodes.Status503ServiceUnavailable] = "The provider could not be asked; try again in a moment.",
    };

    public static Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var endpoint = context.Description;
        operation.OperationId = string.Join('_', $"{endpoint.HttpMethod} {endpoint.RelativePath}".ToLowerInvariant()
            .Split([' ', '/', '{', '}', '.'], StringSplitOptions.RemoveEmptyEntries));
        foreach (var id in operation.Parameters?.OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Path) ?? [])
            (id.Schema, id.Description) = (new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" }, "Its id.");
        operation.Responses ??= [];
        var asked = endpoint.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Select(data => data.Policy).ToList();
        if (asked.Contains(Policies.ApiKeyOnly))
            AddKey(operation, "/" + endpoint.RelativePath, asked.Any(policy => policy != Policies.ApiKeyOnly), context.Document!);
        foreach (var (status, response) in operation.Responses)
        {
            // An answer that says more of itself keeps its words.
            if (response.Content?.Any(body => body.Value.Schema is OpenApiSchemaReference { Reference.Id: nameof(V1Refusal) or nameof(V2Refusal) }) is true
                && Meanings.TryGetValue(int.Parse(status, CultureInfo.InvariantCulture), out var meaning))
                ((OpenApiResponse)response).Description = meaning;
        }

        return Task.CompletedTask;
    }

    private static void AddKey(OpenApiOperation operation, PathString path, bool needsScope, OpenApiDocument document)
    {
        operation.Security = [.. WholeDocument.KeySchemes.Select(scheme =>
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [] })];
        var shape = path.StartsWithSegments("/v2") ? nameof(V2Refusal) : nameof(V1Refusal);
        Add(StatusCodes.Status401Unauthorized, nameof(V2Refusal));
        if (needsScope)
            Add(StatusCodes.Status403Forbidden, shape);
        Add(StatusCodes.Status429TooManyRequests, shape).Headers = new Dictionary<string, IOpenApiHeader>
        {
            ["Retry-After"] = new OpenApiHeader
            {
                Description = "Seconds to wait.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
            },
        };
        Add(StatusCodes.Status500InternalServerError, shape);

        OpenApiResponse Add(int status, string schema)
        {
            var response = new OpenApiResponse
            {
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/json"] = new() { Schema = new OpenApiSchemaReference(schema, document) },
                },
            };
            operation.Responses![status.ToString(CultureInfo.InvariantCulture)] = response;
            return response;
        }
    }
}
