using System.Globalization;
using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches.Requests;
using BatchDashboard.Core.CallSettings;
using Microsoft.OpenApi;

namespace BatchDashboard.Web.Endpoints.OpenApi;

/// <summary>What requests may say, from the same catalogue that checks them.</summary>
internal static class RequestSchemas
{
    public const string CallObject = "CallObject";
    public const string CreateBatch = "CreateBatch";
    public const string CreateBatchFromFile = "CreateBatchFromFile";

    private const string Settings = "CallSettings";

    public static void AddTo(OpenApiDocument document)
    {
        document.AddComponent(Settings, Object(
            "How calls are made, all of them or one. Numbers and true or false may come as text; null means not set.",
            CallSettingCatalog.All));
        var callObject = Object("One call: a number, and any setting that it has of its own.", CallSettingCatalog.All);
        callObject.Properties!["phone_number"] = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Description = "Who is called. Blank or invalid ones become skipped rows of a batch.",
            Examples = ["+12125550123"],
        };
        callObject.Required = new HashSet<string> { "phone_number" };
        document.AddComponent(CallObject, callObject);

        var global = new OpenApiSchemaReference(Settings, document)
        {
            Description = "The settings of all calls. They, or each call object, say what to do: `task`, `pathway_id` or `persona_id`.",
        };
        var fromJson = Object("A batch with its recipients.", RequestFields.All);
        fromJson.Properties![RequestFields.Global] = global;
        fromJson.Properties["call_objects"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            MinItems = 1,
            Items = new OpenApiSchemaReference(CallObject, document),
            Description = "The recipients.",
        };
        fromJson.Required = new HashSet<string> { "call_objects" };
        document.AddComponent(CreateBatch, fromJson);

        var fromFile = Object("A batch whose recipients come in a file.", [.. RequestFields.All, RequestFields.ColumnMapping]);
        fromFile.Properties![RequestFields.Global] = global;
        document.AddComponent(CreateBatchFromFile, fromFile);
    }

    private static OpenApiSchema Object(string description, IReadOnlyList<CallSetting> members) => new()
    {
        Type = JsonSchemaType.Object,
        Description = description,
        Properties = members.ToDictionary(member => member.PartName, member => (IOpenApiSchema)Of(member)),
        AdditionalPropertiesAllowed = false,
    };

    private static OpenApiSchema Of(CallSetting setting)
    {
        var schema = setting.Parts.Count > 0 ? Object(setting.Help, setting.Parts) : Plain(setting, setting.Type);
        schema.Description = setting.Help;
        schema.Examples = [Value(setting.Example, schema)!];
        schema.Default = setting.Default is { } usual ? Value(usual, schema) : null;
        return schema;
    }

    private static OpenApiSchema Plain(CallSetting setting, SettingType type) => type switch
    {
        SettingType.WholeNumber => Number(setting, JsonSchemaType.Integer),
        SettingType.Number => Number(setting, JsonSchemaType.Number),
        SettingType.Boolean => new() { Type = JsonSchemaType.Boolean },
        SettingType.Choice => Choice(setting),
        SettingType.Url => new() { Type = JsonSchemaType.String, Format = "uri", MaxLength = setting.MaxLength },
        SettingType.Structure => new()
        {
            Type = JsonSchemaType.Object,
            AdditionalProperties = setting.MemberType == type ? null : Plain(setting, setting.MemberType),
        },
        SettingType.List => new()
        {
            Type = JsonSchemaType.Array,
            MaxItems = setting.MaxItems,
            Items = Plain(setting, setting.ItemType),
        },
        SettingType.Any => new(),
        SettingType.StartTime or SettingType.TimeZone or SettingType.PhoneNumber => new() { Type = JsonSchemaType.String },
        _ => new() { Type = JsonSchemaType.String, MaxLength = setting.MaxLength },
    };

    private static OpenApiSchema Number(CallSetting setting, JsonSchemaType type) => new()
    {
        Type = type,
        Minimum = setting.Minimum?.ToString(CultureInfo.InvariantCulture),
        Maximum = setting.Maximum?.ToString(CultureInfo.InvariantCulture),
    };

    private static OpenApiSchema Choice(CallSetting setting)
    {
        var words = setting.Choices.Select(word => (JsonNode)JsonValue.Create(word));
        return setting.AllowsNull
            ? new() { Type = JsonSchemaType.String | JsonSchemaType.Null, Enum = [.. words, JsonNullSentinel.JsonNull] }
            : new() { Type = JsonSchemaType.String, Enum = [.. words] };
    }

    /// <summary>The table writes values as cells of a file have them.</summary>
    private static JsonNode? Value(string cell, OpenApiSchema schema) => schema.Type switch
    {
        JsonSchemaType.String or JsonSchemaType.String | JsonSchemaType.Null or null => JsonValue.Create(cell),
        JsonSchemaType.Array when cell[0] != '[' => JsonNode.Parse($"[{cell}]"),
        _ => JsonNode.Parse(cell),
    };
}
