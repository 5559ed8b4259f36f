using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Batches;

/// <summary>One step in the life of a batch, as its phase strip shows it.</summary>
/// <param name="At">When it was reached; null: not yet, or never.</param>
/// <param name="IsBrokenOff">The batch ended in it, so that it was not done.</param>
/// <param name="End">How it ended, for the last step of a batch that is over.</param>
public sealed record BatchPhase(string Word, DateTimeOffset? At, bool IsCurrent, StatusLook? End = null, bool IsBrokenOff = false);
