namespace BatchDashboard.Core.Dispatching;

/// <summary>The installation's rules for the moment of dialling; 0 switches one off.</summary>
/// <param name="MaxInFlight">Calls in flight at once, over all batches.</param>
/// <param name="MaxInFlightOfProvider">The same for those of the batch's provider.</param>
/// <param name="Lease">How long a placement may stay unanswered.</param>
/// <param name="SameNumber">How far apart two dials of one number are.</param>
public sealed record IntentRules(int MaxInFlight, int MaxInFlightOfProvider, TimeSpan Lease, TimeSpan SameNumber);
