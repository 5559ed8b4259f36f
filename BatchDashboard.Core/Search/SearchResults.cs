using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Search;

/// <summary>What a search found: the best of each kind first, and not more than a person looks at.</summary>
public sealed record SearchResults(IReadOnlyList<BatchSummary> Batches, IReadOnlyList<CallSummary> Calls)
{
    public static readonly SearchResults None = new([], []);

    public int Count => Batches.Count + Calls.Count;
}
