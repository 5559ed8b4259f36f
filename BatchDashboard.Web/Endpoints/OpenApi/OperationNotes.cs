using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace BatchDashboard.Web.Endpoints.OpenApi;

/// <summary>Lets an endpoint say what it does, takes and answers, for the document.</summary>
internal static class OperationNotes
{
    private const string Json = "application/json";

    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string tag, string title, string sentence) =>
        endpoint.WithTags(tag).WithSummary(title).WithDescription(sentence);

    /// <param name="example">JSON.</param>
    public static RouteHandlerBuilder Answers<T>(
        this RouteHandlerBuilder endpoint, string description, string? example = null, int status = StatusCodes.Status200OK) =>
        endpoint.Produces<T>(status, Json).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            var response = (OpenApiResponse)operation.Responses![status.ToString(CultureInfo.InvariantCulture)];
            response.Description = description;
            if (example is not null)
                response.Content![Json].Example = JsonNode.Parse(example);
            return Task.CompletedTask;
        });

    /// <summary>The answer is a file of rows.</summary>
    public static RouteHandlerBuilder AnswersCsv(this RouteHandlerBuilder endpoint, string description) =>
        endpoint.Produces<string>(StatusCodes.Status200OK, "text/csv").AddOpenApiOperationTransformer((operation, _, _) =>
        {
            ((OpenApiResponse)operation.Responses!["200"]).Description = description;
            return Task.CompletedTask;
        });

    /// <summary>The answer is the status alone.</summary>
    public static RouteHandlerBuilder AnswersBare(this RouteHandlerBuilder endpoint, int status, string description) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Responses ??= [];
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse { Description = description };
            return Task.CompletedTask;
        });

    /// <summary>What every operation with a key may answer is added to all of them at once.</summary>
    public static RouteHandlerBuilder Refuses<T>(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses)
            endpoint.Produces<T>(status, Json);
        return endpoint;
    }

    public static RouteHandlerBuilder TakesIdempotencyKey(this RouteHandlerBuilder endpoint) => endpoint.Takes(
        ParameterLocation.Header,
        "Idempotency-Key",
        "The same key with the same body gives the same batch again; with another body it is refused.",
        new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = ApiCaller.LongestKey });

    public static RouteHandlerBuilder Takes(
        this RouteHandlerBuilder endpoint, ParameterLocation place, string name, string description, OpenApiSchema schema, bool required = false) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                In = place,
                Name = name,
                Description = description,
                Required = required,
                Schema = schema,
                // Several values stand behind one name, with commas.
                Explode = schema.Type != JsonSchemaType.Array,
                Style = place == ParameterLocation.Query ? ParameterStyle.Form : ParameterStyle.Simple,
            });
            return Task.CompletedTask;
        });

    /// <param name="schema">The name of one of <see cref="RequestSchemas"/>.</param>
    public static RouteHandlerBuilder TakesJson(this RouteHandlerBuilder endpoint, string schema, string example) =>
        endpoint.TakesBody(required: true, Json, document => new OpenApiMediaType
        {
            Schema = new OpenApiSchemaReference(schema, document),
            Example = JsonNode.Parse(example),
        });

    public static RouteHandlerBuilder TakesBody(
        this RouteHandlerBuilder endpoint, bool required, string type, Func<OpenApiDocument, OpenApiMediaType> body) =>
        endpoint.AddOpenApiOperationTransformer((operation, context, _) =>
        {
            var known = operation.RequestBody as OpenApiRequestBody
                ?? new OpenApiRequestBody { Required = required, Content = new Dictionary<string, OpenApiMediaType>() };
            known.Content![type] = body(context.Document!);
            operation.RequestBody = known;
            return Task.CompletedTask;
        });
}
