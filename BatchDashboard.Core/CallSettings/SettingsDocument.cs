using System.Text.Json.Nodes;

namespace BatchDashboard.Core.CallSettings;

/// <summary>
/// The settings of a whole object (<c>global</c>, or one of <c>call_objects</c>), checked and in their normal form.
/// </summary>
/// <param name="Settings">Dotted names are parts of their objects now; what was null or blank is gone.</param>
/// <param name="Ignored">What was given and has no effect: retired settings, and events that nobody can be told.</param>
public sealed record SettingsDocument(JsonObject Settings, IReadOnlyList<string> Ignored)
{
    /// <summary>
    /// All settings, or one error for each that is refused; <c>phone_number</c> is no setting and passed over.
    /// </summary>
    /// <param name="field">The path of the object, such as <c>call_objects[7]</c>; empty at the top.</param>
    public static Result<SettingsDocument> Read(JsonObject given, string field)
    {
        if (JsonTree.Copy(given) is not { IsSuccess: true, Value: JsonObject source })
            return new Error(SettingCodes.Bad, $"The settings cannot be read: {JsonTree.Unreadable}.", field);

        var (ignored, live) = (new List<string>(), new List<string>());
        foreach (var (name, _) in source.Where(entry => entry.Key != "phone_number"))
            (CallSettingCatalog.Retired.Contains(name) ? ignored : live).Add(name);

        var document = new SettingsDocument([], ignored);
        var errors = live
            // Parts last, so that they refine their object wherever they stand.
            .OrderBy(name => name.Contains('.', StringComparison.Ordinal))
            .SelectMany(name => document.Take(name, source[name], field.Length == 0 ? name : $"{field}.{name}"))
            .ToArray();
        if (document.Settings[CallEventName.Setting] is JsonArray events && !events.All(name => CallEventName.IsTold((string?)name)))
            ignored.Add(CallEventName.Untold);
        return errors.Length == 0 ? document : errors;
    }

    private IReadOnlyList<Error> Take(string name, JsonNode? value, string field)
    {
        if (CallSettingCatalog.Find(name) is not { } setting) return [CallSettingCatalog.Unknown(name, field)];

        var result = SettingReader.Read(setting, value, field);
        if (result.IsSuccess && (result.Value is not null || setting.AllowsNull))
            JsonTree.Set(Settings, name, result.Value);
        return result.Errors;
    }
}
