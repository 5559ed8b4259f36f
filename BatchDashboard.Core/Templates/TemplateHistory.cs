namespace BatchDashboard.Core.Templates;

/// <summary>A template with all its versions.</summary>
/// <param name="Versions">The newest first; never empty.</param>
public sealed record TemplateHistory(Template Template, IReadOnlyList<TemplateVersion> Versions)
{
    public TemplateVersion Newest => Versions[0];
}
