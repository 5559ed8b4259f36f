namespace BatchDashboard.Core.NewBatch;

/// <summary>A variable of a text that no recipient has a value for.</summary>
/// <param name="Setting">The text it stands in.</param>
/// <param name="Nearest">The known variable that is spelt most like it, if any is.</param>
public sealed record UnknownVariable(string Setting, string Name, string? Nearest);
