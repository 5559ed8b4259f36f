namespace BatchDashboard.Core.Imports.Columns;

/// <summary>What stands in the columns of a file, or of its first rows.</summary>
/// <param name="Rows">Those that were read and have the shape of the header.</param>
/// <param name="IsWhole">The whole file was read.</param>
/// <param name="Columns">One per header.</param>
public sealed record SourceProfile(int Rows, bool IsWhole, IReadOnlyList<ColumnProfile> Columns);
