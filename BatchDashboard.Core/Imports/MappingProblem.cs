namespace BatchDashboard.Core.Imports;

/// <summary>What has to be settled about a mapping before rows can be read under it.</summary>
/// <param name="Columns">Positions of the columns it is about; empty when it is about none in particular.</param>
public sealed record MappingProblem(Error Error, IReadOnlyList<int> Columns);
