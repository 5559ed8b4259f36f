namespace BatchDashboard.Core.Calls;

/// <summary>Which calls a list shows.</summary>
/// <param name="BatchNumber">Null: all batches.</param>
/// <param name="Statuses">Empty: every status but skipped, which lists show only when asked for.</param>
/// <param name="Number">A whole number in E.164.</param>
public sealed record CallFilter(int? BatchNumber, IReadOnlyList<CallStatus> Statuses, string? Number = null);
