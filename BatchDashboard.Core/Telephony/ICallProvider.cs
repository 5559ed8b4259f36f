namespace BatchDashboard.Core.Telephony;

/// <summary>A voice service that places calls; adding one means one folder and one registration.</summary>
public interface ICallProvider
{
    /// <summary>As in configuration, lower case.</summary>
    string Name { get; }

    /// <summary>Placing again under the same <see cref="AttemptKey"/> returns the same call instead of a second one.</summary>
    bool HonoursKeys { get; }

    /// <summary>It places nothing without a key, see <see cref="ProviderKeys"/>.</summary>
    bool NeedsKey { get; }

    /// <summary>How long a call may be silent before it is asked about.</summary>
    TimeSpan PollInterval { get; }

    /// <summary>
    /// Sends at most one request, without any retry, and never throws for what a network or a provider can do; cancelled
    /// before the request has left, it was not sent.
    /// </summary>
    Task<PlacementResult> PlaceAsync(CallPlacement placement, CancellationToken cancellationToken);

    /// <summary>The call by the provider's own id; null when the provider does not know it, or as none of ours.</summary>
    /// <exception cref="ProviderUnavailableException">Nobody can tell.</exception>
    Task<ProviderCall?> GetAsync(string providerCallId, CancellationToken cancellationToken);

    /// <summary>The call that was placed under this attempt's key; null when the provider has none so far.</summary>
    /// <exception cref="ProviderUnavailableException">Nobody can tell.</exception>
    Task<ProviderCall?> FindAsync(PlacedAttempt attempt, CancellationToken cancellationToken);

    /// <summary>Hangs up; a call that has ended already, or that the provider does not know, is fine.</summary>
    /// <exception cref="ProviderUnavailableException">It may go on.</exception>
    Task StopAsync(string providerCallId, CancellationToken cancellationToken);

    /// <summary>Asks whether calls could be placed now, without placing one; null when all is well, else what is wrong.</summary>
    Task<Error?> CheckAsync(CancellationToken cancellationToken);
}
