namespace BatchDashboard.Core.Dispatching;

/// <summary>One call that has ended.</summary>
/// <param name="Failure">The code of its failure; null when somebody, something or nobody answered.</param>
public readonly record struct EndedCall(int RowNumber, string? Failure);
