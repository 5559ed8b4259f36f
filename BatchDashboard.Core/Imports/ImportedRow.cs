using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Imports;

/// <summary>One row of the source after mapping and validation: ready to be called, or skipped with its problem.</summary>
/// <param name="RowNumber">The record's number in the file with the header as 1, blank lines counted; API entries from 1.</param>
/// <param name="Number">Set when the row is ready.</param>
/// <param name="Data">JSON: an array of the values in the order of the <see cref="RowLayout"/>, or for API entries the call object without its phone number.</param>
/// <param name="NotBefore">The row's own start time, when it has one.</param>
/// <param name="Problem">Set when the row is skipped.</param>
public sealed record ImportedRow(
    int RowNumber,
    PhoneNumber? Number,
    string Data,
    DateTimeOffset? NotBefore = null,
    RowProblem? Problem = null);
