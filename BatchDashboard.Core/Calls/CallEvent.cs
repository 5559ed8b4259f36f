namespace BatchDashboard.Core.Calls;

/// <summary>One step in the life of a call, for its timeline.</summary>
/// <param name="Name">Wire name, such as <c>queued</c> or <c>answered</c>.</param>
/// <param name="Dial">The dial it belongs to; null for steps of the call as a whole.</param>
public sealed record CallEvent(string Name, DateTimeOffset At, int? Dial = null, string? Detail = null);
