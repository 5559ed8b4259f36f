using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.NewBatch;

/// <summary>The uploaded file of a draft.</summary>
/// <param name="FileName">As the browser named it; for people only, never a path.</param>
/// <param name="StoredAs">The generated name in the uploads folder.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Format">How it is read: as it was detected, or as people corrected it.</param>
/// <param name="Detected">What was found out when it came; null for files of versions that did not keep it.</param>
public sealed record DraftSource(
    string FileName,
    string StoredAs,
    long Size,
    SourceFormat Format,
    IReadOnlyList<string> Headers,
    SourceDetection? Detected = null)
{
    /// <summary>What of the format people have decided, also when it is as detected.</summary>
    public IReadOnlyList<FormatPart> Chosen { get; init; } = [];
}
