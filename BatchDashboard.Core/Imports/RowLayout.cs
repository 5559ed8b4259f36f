namespace BatchDashboard.Core.Imports;

/// <summary>Names the positions of the array in which a row's values are stored, so that a million rows do not repeat their headers.</summary>
/// <param name="Headers">The source's own headers, in its order.</param>
/// <param name="Columns">The target of each column, in the same order; values of ignored columns and of the phone number are stored as well.</param>
public sealed record RowLayout(IReadOnlyList<string> Headers, IReadOnlyList<ColumnTarget> Columns);
