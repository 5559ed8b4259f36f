namespace BatchDashboard.Core.Templates;

/// <summary>Which version of which template something was made from.</summary>
/// <param name="Name">Of the template then; it may have another by now, or be gone.</param>
public sealed record TemplateUse(Guid TemplateId, int Version, string Name);
