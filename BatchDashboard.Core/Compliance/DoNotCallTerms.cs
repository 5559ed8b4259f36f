namespace BatchDashboard.Core.Compliance;

/// <summary>What is said of a number that comes onto the list.</summary>
/// <param name="Reason">Empty: none is given, and one that is known already stays.</param>
/// <param name="ExpiresAt">Null: it blocks for good.</param>
public sealed record DoNotCallTerms(string Reason, DoNotCallSource Source, DateTimeOffset? ExpiresAt = null)
{
    public const int MaxReasonLength = 500;

    /// <summary>Why nothing can be added under these terms, or null.</summary>
    public Error? Problem(DateTimeOffset now) =>
        Reason.Length > MaxReasonLength ? DoNotCallErrors.ReasonTooLong(Reason.Length)
        : ExpiresAt <= now ? DoNotCallErrors.ExpiryPast()
        : null;
}
