namespace BatchDashboard.Core.NewBatch;

/// <summary>Something in a text with variables that is probably not meant; it does not hinder the launch.</summary>
/// <param name="Setting">The text it stands in.</param>
public sealed record PromptNotice(string Setting, string Message);
