namespace BatchDashboard.Core.Telephony;

/// <summary>The key of a provider's account.</summary>
/// <param name="Secret">For requests to the provider and nothing else.</param>
/// <param name="IsConfigured">From the configuration, which wins over a key that was entered.</param>
public sealed record ProviderKey(string Secret, bool IsConfigured)
{
    private const int EndingLength = 4;

    /// <summary>Enough to tell keys apart, and little enough to be shown: "…1a2b"; of a short key nothing.</summary>
    public string Ending => Secret.Length >= 4 * EndingLength ? $"…{Secret[^EndingLength..]}" : "…";

    public override string ToString() => Ending;
}
