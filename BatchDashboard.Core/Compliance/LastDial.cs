namespace BatchDashboard.Core.Compliance;

/// <summary>When a number was last dialled, by whichever batch.</summary>
public sealed class LastDial
{
    private LastDial()
    {
    }

    /// <summary>Its <see cref="PhoneNumbers.PhoneNumber.Digits"/>.</summary>
    public long Number { get; private set; }

    /// <summary>When the intent to dial was committed.</summary>
    public DateTimeOffset DialledAt { get; private set; }

    /// <summary>The time before that, which counts again when the last call was not placed after all.</summary>
    public DateTimeOffset? DialledBefore { get; private set; }
}
