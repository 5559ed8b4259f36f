using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace BatchDashboard.Web.Endpoints.OpenApi;

/// <summary>Says which parameters of a query string <see cref="QueryFields"/> reads for an endpoint.</summary>
internal static class QueryNotes
{
    public static RouteHandlerBuilder TakesWhole(
        this RouteHandlerBuilder endpoint, string name, string description, int least, int most = int.MaxValue, int? usual = null) =>
        endpoint.Query(name, description, new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Minimum = least.ToString(CultureInfo.InvariantCulture),
            Maximum = most.ToString(CultureInfo.InvariantCulture),
            Default = usual,
        });

    public static RouteHandlerBuilder TakesFlag(this RouteHandlerBuilder endpoint, string name, string description) =>
        endpoint.Query(name, description, new OpenApiSchema { Type = JsonSchemaType.Boolean });

    public static RouteHandlerBuilder TakesText(
        this RouteHandlerBuilder endpoint, string name, string description, string? format = null) =>
        endpoint.Query(name, description, new OpenApiSchema { Type = JsonSchemaType.String, Format = format });

    public static RouteHandlerBuilder TakesTime(this RouteHandlerBuilder endpoint, string name, string description) =>
        endpoint.Query(name, description + " A date stands for its whole day, in UTC.", new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Examples = ["2026-07-10"],
        });

    public static RouteHandlerBuilder TakesName(
        this RouteHandlerBuilder endpoint, string name, string description, IEnumerable<string> known, string? usual = null) =>
        endpoint.Query(name, description, Word(known, usual));

    /// <summary>Several with commas.</summary>
    public static RouteHandlerBuilder TakesNames(
        this RouteHandlerBuilder endpoint, string name, string description, IEnumerable<string> known) =>
        endpoint.Query(name, description, new OpenApiSchema { Type = JsonSchemaType.Array, Items = Word(known, usual: null) });

    private static OpenApiSchema Word(IEnumerable<string> known, string? usual) => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. known.Select(word => (JsonNode)JsonValue.Create(word))],
        Default = usual,
    };

    private static RouteHandlerBuilder Query(
        this RouteHandlerBuilder endpoint, string name, string description, OpenApiSchema schema) =>
        endpoint.Takes(ParameterLocation.Query, name, description, schema);
}
