namespace BatchDashboard.Core.CallSettings;

/// <summary>A stretch of a template: literal text, or one variable.</summary>
/// <param name="Text">As it stands in the template.</param>
/// <param name="Name">Of the variable; null for literal text.</param>
/// <param name="Default">Stands in for a value that is missing or blank.</param>
internal sealed record PromptToken(string Text, string? Name = null, string? Default = null);
