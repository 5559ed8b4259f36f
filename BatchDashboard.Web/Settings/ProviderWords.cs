using BatchDashboard.Core.Telephony.Bland;

namespace BatchDashboard.Web.Settings;

/// <summary>What a provider is, for people.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Summary">What happens to calls placed through it.</param>
/// <param name="IsReal">Somebody's telephone rings.</param>
internal sealed record ProviderWords(string Title, string Summary, bool IsReal)
{
    public static ProviderWords Of(string provider) => provider switch
    {
        "sandbox" => new("Sandbox", "Calls are played by the built-in sandbox. It dials nobody.", IsReal: false),
        BlandOptions.ProviderName => new("Bland", "Calls are real and placed through Bland, on the account of the key.", IsReal: true),
        _ => new(provider, $"Calls are placed through {provider}.", IsReal: true),
    };
}
