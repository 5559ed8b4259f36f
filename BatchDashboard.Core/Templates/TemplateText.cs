using System.Text.Json.Nodes;
using BatchDashboard.Core.CallSettings;

namespace BatchDashboard.Core.Templates;

/// <summary>What a template says, as people compare it.</summary>
public static class TemplateText
{
    /// <summary>The variables of all its texts, each once, in the order of their first use.</summary>
    public static IReadOnlyList<string> Variables(JsonObject settings) =>
        [.. Texts(settings).SelectMany(text => text.Variables).Distinct()];

    /// <summary>Those of them that need a value of every recipient.</summary>
    public static IReadOnlyList<string> VariablesWithoutDefault(JsonObject settings) =>
        [.. Texts(settings).SelectMany(text => text.WithoutDefault).Distinct()];

    /// <summary>Its name and its settings as lines, in the order of the catalogue.</summary>
    public static IReadOnlyList<string> Lines(TemplateVersion version) =>
    [
        $"Name: {version.Name}",
        .. CallSettingCatalog.All.SelectMany(setting => setting.Parts.Prepend(setting))
            .SelectMany(setting => Lines(setting.Label, TypedSettings.Text(version.Settings, setting.Name))),
    ];

    private static IEnumerable<PromptTemplate> Texts(JsonObject settings) =>
        CallSettingCatalog.Targets.Where(setting => setting.TakesVariables)
            // A pathway speaks in the prompt's place.
            .Where(setting => !(setting.Name == "task" && settings.ContainsKey("pathway_id")))
            .Select(setting => PromptTemplate.Parse(TypedSettings.Text(settings, setting.Name)));

    private static IEnumerable<string> Lines(string label, string text) =>
        text.ReplaceLineEndings("\n").Split('\n') switch
        {
            [""] => [],
            [var line] => [$"{label}: {line}"],
            var lines => [$"{label}:", .. lines],
        };
}
