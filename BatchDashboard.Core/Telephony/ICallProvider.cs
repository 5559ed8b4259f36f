namespace BatchDashboard.Core.Telephony;

/// <summary>A voice service that places calls; adding one means one folder and one registration.</summary>
public interface ICallProvider
{
    /// <summary>As in configuration, lower case.</summary>
    string Name { get; }

    /// <summary>Placing again under the same <see cref="AttemptKey"/> returns the same call instead of a second one.</summary>
    bool HonoursKeys { get; }

    /// <summary>How long a call may be silent before it is asked about.</summary>
    TimeSpan PollInterval { get; }

    /// <summary>Sends exactly one request, without any retry, and never throws for what a network or a provider can do.</summary>
    Task<PlacementResult> PlaceAsync(CallPlacement placement, CancellationToken cancellationToken);

    /// <summary>The call by the provider's own id; null when the provider does not know it.</summary>
    Task<ProviderCall?> GetAsync(string providerCallId, CancellationToken cancellationToken);

    /// <summary>The call that was placed under this key; null when the provider has none.</summary>
    Task<ProviderCall?> FindAsync(AttemptKey key, CancellationToken cancellationToken);

    /// <summary>Hangs up; a call that has ended already is fine.</summary>
    Task StopAsync(string providerCallId, CancellationToken cancellationToken);
}
