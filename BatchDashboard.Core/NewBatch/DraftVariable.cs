namespace BatchDashboard.Core.NewBatch;

/// <summary>A variable that the prompt of a draft may use.</summary>
/// <param name="Sample">The first value that is not blank; null when there is none to show.</param>
/// <param name="IsUsed">It stands in the prompt or another text already.</param>
public sealed record DraftVariable(string Name, string? Sample, bool IsUsed);
