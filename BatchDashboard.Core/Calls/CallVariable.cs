namespace BatchDashboard.Core.Calls;

/// <summary>A variable that a call's own row must have, with exactly this value.</summary>
/// <param name="Name">As in <c>request_data</c>.</param>
public sealed record CallVariable(string Name, string Value);
