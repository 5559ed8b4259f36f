namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>What became of a file of corrected rows.</summary>
/// <param name="Changed">Rows that say something else now.</param>
/// <param name="Unchanged">Rows that say what they said before.</param>
/// <param name="Refused">How many rows could not be taken.</param>
/// <param name="Notes">Which rows and columns were not taken, and why; the first of them.</param>
public sealed record CorrectionReport(int Changed, int Unchanged, int Refused, IReadOnlyList<string> Notes);
