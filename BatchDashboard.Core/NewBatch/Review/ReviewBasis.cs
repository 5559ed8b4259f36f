namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>What a dry run was made of, beside file, mapping and rules; it is out of date when the draft has another by now.</summary>
/// <param name="CallerId">Rows with the caller id itself are skipped.</param>
/// <param name="Edits">The <see cref="BatchDraft.Edits"/> that were in it.</param>
public sealed record ReviewBasis(string CallerId, int Edits);
