using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>One row of the file as the review shows it, with the operator's changes in it.</summary>
/// <param name="Code">Of the first problem or warning; empty when there is none.</param>
/// <param name="Columns">Positions of the cells that the problems are about, that of the first one first.</param>
/// <param name="Message">All problems or warnings.</param>
/// <param name="Number">
/// In E.164 without the plus; set when it can be called, of duplicates, and of those that must not be called.
/// </param>
/// <param name="Cells">JSON array, as many as the row has.</param>
public sealed record ReviewRow(
    int RowNumber, ReviewKind Kind, string Code, IReadOnlyList<int> Columns, string Message, long? Number, string Cells)
{
    /// <summary>Of the first problem; -1 when it is about no cell.</summary>
    public int Column => Columns is [var first, ..] ? first : -1;

    /// <summary>As it is called; null when it cannot be.</summary>
    public PhoneNumber? E164 => Number is { } digits ? PhoneNumber.FromDigits(digits) : null;

    /// <summary>Has a number that others of the file may have as well.</summary>
    internal bool HasTwins => Kind.IsCalled() || Kind == ReviewKind.Duplicate;
}
