using System.Text.Json.Nodes;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.NewBatch;

namespace BatchDashboard.Core.Templates;

/// <summary>What keeps a template from being saved; the fields are <c>name</c> and the call settings.</summary>
public static class TemplateChecks
{
    public const int MaxNameLength = 60;

    private static readonly string[] Guides = ["task", "pathway_id", "persona_id"];

    public static IReadOnlyList<Error> Of(string name, JsonObject settings) =>
        [.. NameProblems(name.Trim()), .. PromptProblems(settings), .. DraftChecks.SettingProblems(settings)];

    private static IEnumerable<Error> NameProblems(string name)
    {
        if (name.Length == 0)
            yield return TemplateErrors.NoName();
        else if (name.Length > MaxNameLength)
            yield return TemplateErrors.NameTooLong();
    }

    private static IEnumerable<Error> PromptProblems(JsonObject settings)
    {
        if (Array.TrueForAll(Guides, guide => string.IsNullOrWhiteSpace(TypedSettings.Text(settings, guide))))
            yield return DraftErrors.NoPrompt() with { Field = settings.ContainsKey("pathway_id") ? "pathway_id" : "task" };
    }
}
