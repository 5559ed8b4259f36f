namespace BatchDashboard.Core.Telephony;

/// <summary>The configured providers by name.</summary>
public sealed class CallProviders(IEnumerable<ICallProvider> providers, ProviderKeys keys)
{
    private readonly Dictionary<string, ICallProvider> _byName = providers.ToDictionary(provider => provider.Name);

    public IEnumerable<ICallProvider> All => _byName.Values;

    public bool Knows(string name) => _byName.ContainsKey(name);

    /// <summary>A batch of a provider that is no longer configured is a broken installation, and throws.</summary>
    public ICallProvider this[string name] => _byName[name];

    /// <summary>Why it cannot place calls at all; null when it can be asked to.</summary>
    public Error? NotReady(string name) =>
        this[name].NeedsKey && keys.Of(name) is null ? ProviderErrors.NoKey(name) : null;

    /// <summary>Any time will do for a provider that is gone: nobody can be asked.</summary>
    public TimeSpan PollInterval(string name) =>
        _byName.TryGetValue(name, out var provider) ? provider.PollInterval : TimeSpan.FromMinutes(1);
}
