namespace BatchDashboard.Tests.Imports;

/// <summary>What has to become of the messy file; rows = ready + all skipped.</summary>
internal sealed record MessyExpectation(int Rows, int Ready, IReadOnlyDictionary<string, int> SkippedByCode);
