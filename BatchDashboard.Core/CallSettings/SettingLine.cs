using System.Text.Json.Nodes;

namespace BatchDashboard.Core.CallSettings;

/// <summary>One setting of a call in words for people.</summary>
public sealed record SettingLine(string Label, string Value)
{
    // Definitions of requests, which may carry keys.
    private static readonly string[] Secret = ["tools", "dynamic_data"];

    /// <summary>What was set beside prompt and request data, in the order of the catalogue.</summary>
    public static IReadOnlyList<SettingLine> Of(JsonObject settings) => [.. Write(CallSettingCatalog.All, settings)];

    /// <summary>Those of them that a provider is sent.</summary>
    public static IReadOnlyList<SettingLine> ForProvider(JsonObject settings) =>
        [.. Write(CallSettingCatalog.All.Where(setting => !setting.CarriedOutByUs), settings)];

    private static IEnumerable<SettingLine> Write(IEnumerable<CallSetting> catalogue, JsonObject settings) => catalogue
        .Where(setting => setting.Name is not ("task" or "request_data") && settings.ContainsKey(setting.Name))
        .SelectMany(setting => LinesOf(setting, settings[setting.Name]));

    private static IEnumerable<SettingLine> LinesOf(CallSetting setting, JsonNode? value) => value switch
    {
        JsonArray { Count: var count } when Secret.Contains(setting.Name) =>
            [new(setting.Label, $"{count} {(count == 1 ? "definition" : "definitions")}, not shown: they may hold keys")],
        JsonArray entries => [new(setting.Label, string.Join(", ", entries.Select(JsonTree.Text)))],
        JsonObject members => members.Select(member => new SettingLine(
            setting.Parts.FirstOrDefault(part => part.PartName == member.Key)?.Label ?? $"{setting.Label}: {member.Key}",
            TextOf(setting, member.Value))),
        _ => [new(setting.Label, TextOf(setting, value))],
    };

    private static string TextOf(CallSetting setting, JsonNode? value) => JsonTree.Text(value) switch
    {
        "" => "null",
        "true" => "yes",
        "false" => "no",
        var text => setting.Unit is null ? text : $"{text} {setting.Unit}",
    };
}
