using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Compliance;

/// <summary>A number that must not be called; since when, by whom and from where stay while it is in force.</summary>
public sealed class DoNotCallEntry
{
    private DoNotCallEntry()
    {
    }

    /// <summary>Its <see cref="PhoneNumber.Digits"/>.</summary>
    public long Number { get; private set; }

    /// <summary>May be empty.</summary>
    public string Reason { get; private set; } = "";

    public DoNotCallSource Source { get; private set; }

    /// <summary>From then on it blocks nothing; null: it blocks for good.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    public string AddedBy { get; private set; } = "";

    public DateTimeOffset AddedAt { get; private set; }

    public PhoneNumber Phone => PhoneNumber.FromDigits(Number);

    public bool IsInForce(DateTimeOffset now) => ExpiresAt is not { } end || end > now;
}
