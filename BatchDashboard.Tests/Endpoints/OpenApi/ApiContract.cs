using System.Text.Json;
using System.Text.Json.Nodes;
using BatchDashboard.Tests.Support;
using Json.Schema;

namespace BatchDashboard.Tests.Endpoints.OpenApi;

/// <summary>The document as a judge of answers: what it does not name may not be answered.</summary>
internal sealed class ApiContract
{
    private const string Components = "#/components/schemas/";

    private readonly JsonObject _components;
    private readonly Dictionary<string, JsonSchema> _schemas = [];

    public ApiContract(string document)
    {
        var root = JsonNode.Parse(document)!.AsObject();
        Close(root);
        _components = root["components"]!["schemas"]!.AsObject();
        Operations =
        [
            .. from path in root["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               select new ApiOperation(operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject()),
        ];
    }

    public IReadOnlyList<ApiOperation> Operations { get; }

    public static async Task<ApiContract> OfAsync(RunningApp app)
    {
        using var stranger = app.CreateApiClient(null);
        return new ApiContract((await stranger.GetAsync("/openapi/v1.json")).Succeeded().Body);
    }

    /// <summary>A component of the document, such as what a request may say.</summary>
    public JsonObject Resolve(JsonNode schema) =>
        (string?)schema["$ref"] is { } name ? _components[name[Components.Length..]]!.AsObject() : schema.AsObject();

    public void AssertFits(ApiOperation operation, ApiReply reply, string request)
    {
        var status = ((int)reply.Status).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var said = operation.Said["responses"]![status];
        Assert.True(said is not null, $"{operation.Name} is answered with {status}, which the document does not tell: {reply.Body}\n{request}");
        if (said["content"] is not JsonObject content)
            Assert.Equal("", reply.Body);
        else if (content["application/json"]?["schema"] is { } schema)
            AssertValid(schema, reply.Json, $"{operation.Name} {status}: {reply.Body}\n{request}");
    }

    public void AssertValid(JsonNode schema, JsonElement value, string what)
    {
        var results = SchemaOf(schema.ToJsonString()).Evaluate(
            value, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        var errors = results.Details?.Where(detail => detail.Errors is not null)
            .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"));
        Assert.True(results.IsValid, $"{string.Join('\n', errors ?? [])}\n{what}");
    }

    private JsonSchema SchemaOf(string schema)
    {
        if (_schemas.TryGetValue(schema, out var known))
            return known;
        var whole = new JsonObject { ["$defs"] = _components.DeepClone(), ["allOf"] = new JsonArray(JsonNode.Parse(schema)) };
        var text = whole.ToJsonString().Replace(Components, "#/$defs/", StringComparison.Ordinal);
        return _schemas[schema] = JsonSchema.FromText(text, new BuildOptions { SchemaRegistry = new() });
    }

    /// <summary>For its readers an object may grow; here, what is answered and not told is a mistake.</summary>
    private static void Close(JsonNode? node)
    {
        if (node is JsonObject { } schema && schema["properties"] is JsonObject && !schema.ContainsKey("additionalProperties"))
            schema["additionalProperties"] = false;
        foreach (var child in node is JsonObject members ? members.Select(member => member.Value) : node as JsonArray ?? [])
            Close(child);
    }
}
