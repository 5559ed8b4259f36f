namespace BatchDashboard.Core.Calls;

/// <summary>A skipped row as a batch lists it.</summary>
/// <param name="Column">The header at fault; empty when it is the row's shape.</param>
/// <param name="Value">The cell as it stands in the source.</param>
public sealed record SkippedCall(CallId Id, int RowNumber, string Column, string? Value, string Code, string Message);
