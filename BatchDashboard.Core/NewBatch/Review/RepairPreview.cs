namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>What a repair would do.</summary>
/// <param name="Rows">How many rows it would change.</param>
/// <param name="Of">How many rows have the problem.</param>
/// <param name="First">A few of the changes.</param>
public sealed record RepairPreview(Repair Repair, int Rows, int Of, IReadOnlyList<DraftEdit> First);
