namespace BatchDashboard.Core.Templates;

/// <summary>One line of two texts that are compared.</summary>
public sealed record DiffLine(LineChange Change, string Text);
