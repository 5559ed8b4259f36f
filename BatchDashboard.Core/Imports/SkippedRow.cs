namespace BatchDashboard.Core.Imports;

/// <summary>A row that will not be called, as a report lists it.</summary>
/// <param name="Column">The header at fault; empty when it is the row's shape.</param>
/// <param name="Value">The cell as it stands in the source, cut to 200 characters.</param>
/// <param name="Code">Of the first problem.</param>
/// <param name="Message">All problems.</param>
public sealed record SkippedRow(int RowNumber, string Column, string? Value, string Code, string Message);
