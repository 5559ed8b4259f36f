using Microsoft.OpenApi;

namespace BatchDashboard.Web.Endpoints.OpenApi;

/// <summary>Says in words what a value is.</summary>
internal static class SchemaWords
{
    public static string AnchorOf(string schema) => "body-" + schema.ToLowerInvariant();

    /// <summary>The name of the schema that says more; null when there is none.</summary>
    public static string? Referred(IOpenApiSchema schema) => schema switch
    {
        OpenApiSchemaReference reference => reference.Reference.Id,
        { Items: { } items } => Referred(items),
        { OneOf: [.., var last] } => Referred(last),
        _ => null,
    };

    public static string Of(IOpenApiSchema schema) => schema switch
    {
        OpenApiSchemaReference reference => reference.Reference.Id!,
        { OneOf: { Count: > 0 } ways } => string.Join(" or ", ways.Reverse().Select(Of)),
        { AnyOf: { Count: > 0 } ways } => string.Join(" or ", ways.Select(Of)),
        { Enum: { Count: > 0 } words } => "one of " + string.Join(", ", words.Select(word => word.GetValueKind() == System.Text.Json.JsonValueKind.String ? (string?)word : "null")),
        { Items: { } items } => $"list of {Of(items)}{OrNull(schema)}",
        { Type: JsonSchemaType.Null } => "null",
        { Type: { } type } => Name(type & ~JsonSchemaType.Null) + Limits(schema) + OrNull(schema),
        _ => "any JSON",
    };

    private static string Name(JsonSchemaType type) => type == JsonSchemaType.String ? "text" : type.ToString().ToLowerInvariant();

    private static string OrNull(IOpenApiSchema schema) => schema.Type?.HasFlag(JsonSchemaType.Null) is true ? " or null" : "";

    private static string Limits(IOpenApiSchema schema) =>
        (schema.Format is "uuid" or "date-time" or "uri" or "binary" ? $" ({schema.Format})" : "")
        + (schema.Minimum is { } least ? $" from {least}" : "")
        + (schema.Maximum is { } most ? $" to {most}" : "")
        + (schema.MaxLength is { } length ? $", at most {length} characters" : "")
        + (schema.Default is { } usual ? $", usually {usual.ToJsonString()}" : "");
}
