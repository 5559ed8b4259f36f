using System.Text.Json.Nodes;
using BatchDashboard.Core.Templates;

namespace BatchDashboard.Core.NewBatch;

/// <summary>The template a draft was filled from.</summary>
/// <param name="Settings">Its own then: a template may be changed or deleted meanwhile.</param>
public sealed record ChosenTemplate(TemplateUse Use, JsonObject Settings)
{
    public static ChosenTemplate Of(TemplateVersion version) => new(version.Use, version.Settings);
}
