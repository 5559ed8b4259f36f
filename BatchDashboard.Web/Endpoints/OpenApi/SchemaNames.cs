using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace BatchDashboard.Web.Endpoints.OpenApi;

/// <summary>What the document calls the types of answers.</summary>
internal static class SchemaNames
{
    /// <summary>Null for what is described where it stands.</summary>
    public static string? Of(JsonTypeInfo type) =>
        typeof(JsonNode).IsAssignableFrom(type.Type) ? null
        : OpenApiOptions.CreateDefaultSchemaReferenceId(type)?.Replace("Body", "", StringComparison.Ordinal);
}
