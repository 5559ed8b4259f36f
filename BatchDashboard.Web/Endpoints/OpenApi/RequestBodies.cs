using Microsoft.OpenApi;

namespace BatchDashboard.Web.Endpoints.OpenApi;

/// <summary>The bodies that several operations take.</summary>
internal static class RequestBodies
{
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint) =>
        endpoint.TakesBody(required: true, "multipart/form-data", document => new OpenApiMediaType
        {
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["file"] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.String,
                        Format = "binary",
                        Description = "The recipients: CSV, TSV or an Excel workbook.",
                    },
                    ["request"] = new OpenApiSchemaReference(RequestSchemas.CreateBatchFromFile, document),
                },
                Required = new HashSet<string> { "file", "request" },
            },
            Encoding = new Dictionary<string, OpenApiEncoding> { ["request"] = new() { ContentType = "application/json" } },
        });

    public static RouteHandlerBuilder TakesHangUp(this RouteHandlerBuilder endpoint) =>
        endpoint.TakesBody(required: false, "application/json", _ => new OpenApiMediaType
        {
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["hang_up"] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Boolean,
                        Default = false,
                        Description = "Ends calls in progress as well.",
                    },
                },
            },
            Example = System.Text.Json.Nodes.JsonNode.Parse("""{"hang_up": true}"""),
        });
}
