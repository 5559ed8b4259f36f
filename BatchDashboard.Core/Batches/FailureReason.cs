namespace BatchDashboard.Core.Batches;

/// <summary>How many calls of a batch failed for one reason.</summary>
/// <param name="Code">Null: none was told.</param>
public sealed record FailureReason(string? Code, int Calls);
