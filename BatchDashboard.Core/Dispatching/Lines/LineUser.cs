namespace BatchDashboard.Core.Dispatching.Lines;

/// <summary>An unfinished batch as it competes for lines.</summary>
/// <param name="Priority">Higher ones are served first.</param>
/// <param name="InFlight">Lines it holds; a call that the provider does not know holds none.</param>
/// <param name="Limit">Lines it may hold at once, by its own limit, its ramp-up, and what its rate lets it use.</param>
/// <param name="Wants">It has a call that is due, and nothing holds it back.</param>
internal sealed record LineUser(int Batch, int Priority, string Provider, int InFlight, int Limit, bool Wants);
