namespace BatchDashboard.Core.CallSettings;

/// <summary>A stretch of a rendered prompt.</summary>
/// <param name="VariableName">The variable it stands for; null for text of the template.</param>
/// <param name="Missing">The variable had neither a value nor a default.</param>
/// <param name="IsDefault">The default stands in for a value that is missing or blank.</param>
public sealed record RenderedPart(string Text, string? VariableName = null, bool Missing = false, bool IsDefault = false);
