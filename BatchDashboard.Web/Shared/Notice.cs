namespace BatchDashboard.Web.Shared;

/// <summary>Something about what a page shows that its reader should know first.</summary>
/// <param name="Code">Stable, for programs and for asking about it; null when there is none.</param>
/// <param name="When">A moment that the text ends with.</param>
public sealed record Notice(Tone Tone, string Title, string Text, string? Code = null, DateTimeOffset? When = null);
