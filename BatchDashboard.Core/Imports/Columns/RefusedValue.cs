namespace BatchDashboard.Core.Imports.Columns;

/// <summary>A value of a column that the call setting it is mapped to does not take.</summary>
/// <param name="Rows">How many rows have it.</param>
public sealed record RefusedValue(string Value, int Rows);
