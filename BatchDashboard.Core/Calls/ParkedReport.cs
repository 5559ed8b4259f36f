namespace BatchDashboard.Core.Calls;

/// <summary>
/// What a provider posted, without our key, about a call id that no attempt has so far: the answer to the placement may be on
/// its way still. It waits for that attempt as long as a call in doubt is looked for. One per call, the latest that says most.
/// </summary>
public sealed class ParkedReport
{
    private ParkedReport()
    {
    }

    public string Provider { get; private set; } = "";
    public string ProviderCallId { get; private set; } = "";

    /// <summary>It tells how the call ended, so that nothing earlier replaces it.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>A <see cref="Telephony.ProviderCall"/> as JSON.</summary>
    public string Report { get; private set; } = "";

    public DateTimeOffset ParkedAt { get; private set; }
}
