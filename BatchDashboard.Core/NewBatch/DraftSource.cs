using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.NewBatch;

/// <summary>The uploaded file of a draft.</summary>
/// <param name="FileName">As the browser named it; for people only, never a path.</param>
/// <param name="StoredAs">The generated name in the uploads folder.</param>
/// <param name="Size">In bytes.</param>
public sealed record DraftSource(string FileName, string StoredAs, long Size, SourceFormat Format, IReadOnlyList<string> Headers);
