namespace BatchDashboard.Core.Telephony;

/// <summary>Why a provider cannot be asked for calls.</summary>
public static class ProviderErrors
{
    public static Error NoKey(string provider) => new(
        "provider_key_missing",
        $"The provider '{provider}' has no API key. Set {ProviderKeys.SettingOf(provider)}, or enter the key on the page Providers.");

    public static Error Refused(int status, string words) => new(
        "provider_refused", $"The provider refuses the key or the account ({status}): {words}");

    public static Error Unreachable(string words) => new(
        "provider_unreachable", $"{words} Check the address and the network, then try again.");
}
