namespace BatchDashboard.Core.Batches;

/// <summary>The call that a batch of one makes again.</summary>
/// <param name="BatchId">The batch it belongs to.</param>
/// <param name="RowNumber">Its row there, which it keeps in the new batch.</param>
public sealed record RepeatedCall(Guid BatchId, int RowNumber);
