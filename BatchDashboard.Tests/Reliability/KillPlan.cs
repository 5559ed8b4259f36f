namespace BatchDashboard.Tests.Reliability;

/// <summary>What a run of the <see cref="KillHarness"/> does.</summary>
/// <param name="Recipients">Each a number of its own, in batches of <see cref="KillHarness.BatchSize"/>.</param>
/// <param name="Kills">At least so many; it goes on until everybody has had a turn.</param>
internal sealed record KillPlan(int Recipients, int Kills, int Seed, bool ForgetsIntents = false);
