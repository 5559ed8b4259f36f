namespace BatchDashboard.Core.Dispatching;

/// <summary>One piece of work; ids only, because job storage shows its arguments.</summary>
/// <param name="BatchNumber">0 for work over all batches.</param>
/// <param name="Slice">Which of the slices that dial a batch side by side.</param>
public sealed record Job(JobKind Kind, int BatchNumber = 0, int Slice = 0);
