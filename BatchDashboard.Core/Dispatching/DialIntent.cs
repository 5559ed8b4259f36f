using BatchDashboard.Core.Calls;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Core.Dispatching;

/// <summary>The committed permission for one dial.</summary>
/// <param name="Dial">Number of the dial for the provider, from 1.</param>
/// <param name="Data">The row's values, see <see cref="Imports.ImportedRow.Data"/>.</param>
public sealed record DialIntent(
    CallKey Call,
    AttemptKey Key,
    int Dial,
    PhoneNumber To,
    string Data,
    DateTimeOffset CallCreatedAt);
