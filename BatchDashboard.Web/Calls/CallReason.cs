namespace BatchDashboard.Web.Calls;

/// <summary>Why a call did not go as wished.</summary>
/// <param name="Words">A sentence without its full stop.</param>
/// <param name="ToDo">What whoever reads it can do; null when there is nothing to do.</param>
public sealed record CallReason(string Words, string? ToDo = null);
