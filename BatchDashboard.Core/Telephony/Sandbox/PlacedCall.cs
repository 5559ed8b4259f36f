using System.Text.Json;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Telephony.Sandbox;

/// <summary>A line of the ledger, as far as the call's course follows from it.</summary>
internal sealed record PlacedCall(
    AttemptKey Key,
    int Attempt,
    DateTimeOffset PlacedAt,
    PhoneNumber To,
    JsonElement Request);
