using BatchDashboard.Core.Imports.Columns;

namespace BatchDashboard.Core.NewBatch.Mapping;

/// <summary>
/// What stands in the file of a draft. Beside the draft and not in it, because it is large and the draft is written with
/// every word that is typed.
/// </summary>
public sealed class DraftProfile
{
    public required Guid DraftId { get; init; }

    /// <summary>The file and how it was read; of another one the profile says nothing.</summary>
    public required string ReadFrom { get; init; }

    public required SourceProfile Profile { get; init; }
}
