namespace BatchDashboard.Core.Imports.Columns;

/// <summary>What stands in one column.</summary>
/// <param name="Filled">Rows in which the cell is not blank.</param>
/// <param name="Values">How often each value stands there, without white space around it.</param>
/// <param name="HasMore">There are further values, which are not among <paramref name="Values"/>.</param>
public sealed record ColumnProfile(int Filled, IReadOnlyDictionary<string, int> Values, bool HasMore);
