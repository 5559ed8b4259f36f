namespace BatchDashboard.Core.Calls;

/// <summary>A page of calls that were looked for.</summary>
/// <param name="SearchedTo">The last call that was looked at, where the search ended before the page was full; null: no call was left out.</param>
public sealed record FoundCalls(IReadOnlyList<CallSummary> Calls, CallKey? SearchedTo);
