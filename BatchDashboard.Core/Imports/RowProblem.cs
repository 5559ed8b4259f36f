namespace BatchDashboard.Core.Imports;

/// <summary>Why a row is skipped.</summary>
/// <param name="Code">One of <see cref="SkipCodes"/>.</param>
/// <param name="Column">The header of the column at fault.</param>
/// <param name="Value">The cell as it stands in the source, cut to 200 characters.</param>
/// <param name="Original">JSON array of all the row's fields as they stand in the source (an object for API entries).</param>
public sealed record RowProblem(string Code, string Column, string? Value, string Message, string Original);
