using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchDashboard.Core.CallSettings;

/// <summary>What this folder does with JSON trees that come from others.</summary>
internal static class JsonTree
{
    internal const string Unreadable = "a name stands twice in it, or a character is broken";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// A copy that belongs to nobody and whose parts all can be read: trees are read lazily and would throw later.
    /// </summary>
    internal static Result<JsonNode?> Copy(JsonNode? node)
    {
        try
        {
            return Clone(node);
        }
        // How the library reports a name that stands twice, and half a surrogate pair.
        catch (Exception broken) when (broken is ArgumentException or InvalidOperationException)
        {
            return new Error(SettingCodes.Bad, Unreadable);
        }
    }

    /// <summary>The tree that a text holds; a failure when it holds none.</summary>
    internal static Result<JsonNode?> Parse(string text)
    {
        try
        {
            return Copy(JsonNode.Parse(text, documentOptions: Strict));
        }
        catch (JsonException broken)
        {
            return new Error(SettingCodes.Bad, broken.Message);
        }
    }

    /// <summary>Sets <c>voicemail</c>, or with a dotted name one member of it.</summary>
    internal static void Set(JsonObject settings, string name, JsonNode? value)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) settings[name] = value;
        else Member(settings, name[..dot])[name[(dot + 1)..]] = value;
    }

    /// <summary>True when more than so many objects and lists stand inside each other.</summary>
    internal static bool IsDeeperThan(JsonNode? node, int levels) => node switch
    {
        JsonObject members => levels == 0 || members.Any(member => IsDeeperThan(member.Value, levels - 1)),
        JsonArray items => levels == 0 || items.Any(item => IsDeeperThan(item, levels - 1)),
        _ => false,
    };

    /// <summary>The object of that name, made when there is none.</summary>
    internal static JsonObject Member(JsonObject settings, string name)
    {
        if (settings[name] is JsonObject known) return known;

        var made = new JsonObject();
        settings[name] = made;
        return made;
    }

    /// <summary>A string as it is, anything else as JSON.</summary>
    internal static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => node.ToJsonString(Readable),
    };

    private static JsonNode? Clone(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(
            members.Select(member => KeyValuePair.Create(member.Key, Clone(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Clone)]),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => JsonValue.Create(value.GetValue<string>()),
        _ => node?.DeepClone(),
    };
}
