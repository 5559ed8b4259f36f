namespace BatchDashboard.Core.Dispatching.Standstills;

/// <summary>Why a batch or a call is not being dialled right now.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Message">For people: what is in the way, and what they can do if they do not want to wait.</param>
/// <param name="Next">When something will happen by itself; null: when somebody does something, or as soon as a line is free.</param>
public sealed record Standstill(string Code, string Message, DateTimeOffset? Next = null);
