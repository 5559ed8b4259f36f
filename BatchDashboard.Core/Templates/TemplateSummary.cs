namespace BatchDashboard.Core.Templates;

/// <summary>A row of the list of templates.</summary>
/// <param name="Versions">How many there are, which is the number of the newest.</param>
/// <param name="Variables">Of all texts of the newest version, each once.</param>
/// <param name="Batches">Launched with it.</param>
public sealed record TemplateSummary(
    Guid Id, string Name, int Versions, IReadOnlyList<string> Variables, int Batches, DateTimeOffset? LastUsedAt, DateTimeOffset SavedAt);
