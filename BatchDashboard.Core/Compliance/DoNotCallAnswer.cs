using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Compliance;

/// <summary>Whether a number is blocked, and what was done about it before.</summary>
/// <param name="Entry">Null: it is not on the list. One that has expired blocks nothing.</param>
/// <param name="History">Newest first; entries of whole files are not among it.</param>
public sealed record DoNotCallAnswer(
    PhoneNumber Number, DoNotCallEntry? Entry, bool IsBlocked, IReadOnlyList<AuditEntry> History);
