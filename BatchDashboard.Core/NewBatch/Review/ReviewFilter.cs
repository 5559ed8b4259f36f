namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>Which rows of a review to look at.</summary>
/// <param name="Kind">Null: all.</param>
/// <param name="Code">One problem or warning; it goes before the kind.</param>
public sealed record ReviewFilter(ReviewKind? Kind = null, string? Code = null);
