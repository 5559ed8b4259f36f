namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>How many rows of a review there are of each kind and code.</summary>
public sealed class ReviewCounts(IReadOnlyList<(ReviewKind Kind, string Code, int Rows)> counts)
{
    public int Total { get; } = counts.Sum(count => count.Rows);

    public int Called => Of(ReviewKind.Ready) + Of(ReviewKind.Warning);

    /// <summary>Problems and warnings, the most frequent first.</summary>
    public IReadOnlyList<(ReviewKind Kind, string Code, int Rows)> ByCode { get; } =
        [.. counts.Where(count => count is { Code.Length: > 0, Rows: > 0 }).OrderBy(count => count.Kind).ThenByDescending(count => count.Rows)];

    public int Of(ReviewKind kind) => counts.Where(count => count.Kind == kind).Sum(count => count.Rows);

    public int Of(ReviewFilter filter) => filter switch
    {
        { Code: { } code } => counts.Where(count => count.Code == code).Sum(count => count.Rows),
        { Kind: { } kind } => Of(kind),
        _ => Total,
    };

    internal Dictionary<string, int> SkippedByCode() => counts
        .Where(count => !count.Kind.IsCalled() && count.Rows > 0)
        .ToDictionary(count => count.Code, count => count.Rows);
}
