namespace BatchDashboard.Core.Batches;

/// <summary>The calls that ended within a span of time.</summary>
/// <param name="Counts">In the order of <see cref="EndedCalls.Outcomes"/>.</param>
public sealed record OutcomesInTime(DateTimeOffset From, IReadOnlyList<int> Counts);
