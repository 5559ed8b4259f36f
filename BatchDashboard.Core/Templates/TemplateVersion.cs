using System.Text.Json.Nodes;

namespace BatchDashboard.Core.Templates;

/// <summary>What a template said from one save to the next; never changed.</summary>
public sealed class TemplateVersion
{
    public required Guid TemplateId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>Of the template then.</summary>
    public required string Name { get; init; }

    /// <summary>The prompt among them, as they were typed, as in a draft.</summary>
    public required JsonObject Settings { get; init; }

    public required DateTimeOffset SavedAt { get; init; }
    public required string SavedBy { get; init; }

    /// <summary>The version it repeats, when it was made by restoring one.</summary>
    public int? RestoredFrom { get; init; }

    public TemplateUse Use => new(TemplateId, Number, Name);
}
