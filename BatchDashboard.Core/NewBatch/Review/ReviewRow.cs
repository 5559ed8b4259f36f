using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>One row of the file as the review shows it, with the operator's changes in it.</summary>
/// <param name="Code">Of the problem or the warning; empty when there is none.</param>
/// <param name="Column">Position of the cell that the problem is about; -1 when it is about none.</param>
/// <param name="Number">
/// In E.164 without the plus; set when it can be called, and of duplicates.
/// </param>
/// <param name="Cells">JSON array, as many as the row has.</param>
public sealed record ReviewRow(
    int RowNumber, ReviewKind Kind, string Code, int Column, string Message, long? Number, string Cells)
{
    /// <summary>As it is called; null when it cannot be.</summary>
    public PhoneNumber? E164 => Number is { } digits ? PhoneNumber.FromDigits(digits) : null;

    /// <summary>Has a number that others of the file may have as well.</summary>
    internal bool HasTwins => Kind.IsCalled() || Kind == ReviewKind.Duplicate;
}
