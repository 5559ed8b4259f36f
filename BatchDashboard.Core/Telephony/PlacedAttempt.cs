using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Telephony;

/// <summary>A dial whose request may have left, with all that a provider can look for it by.</summary>
/// <param name="Key">The only proof; number and time merely narrow the search.</param>
/// <param name="IntendedAt">No call of it is older.</param>
public sealed record PlacedAttempt(AttemptKey Key, PhoneNumber To, DateTimeOffset IntendedAt);
