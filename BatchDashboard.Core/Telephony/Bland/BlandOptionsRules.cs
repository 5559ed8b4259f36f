using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Telephony.Bland;

/// <summary>What annotations cannot say about the settings.</summary>
internal sealed class BlandOptionsRules : IValidateOptions<BlandOptions>
{
    public ValidateOptionsResult Validate(string? name, BlandOptions options)
    {
        if (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return ValidateOptionsResult.Fail("Providers:Bland:BaseUrl is no http(s) address.");
        // The account's key goes with every request.
        return address.Scheme == "https" || address.IsLoopback
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Providers:Bland:BaseUrl must begin with https: the account's key would be sent for all to read.");
    }
}
