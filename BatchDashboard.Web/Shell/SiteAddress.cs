using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace BatchDashboard.Web.Shell;

/// <summary>Under which address people reach this installation; known once it listens.</summary>
internal sealed class SiteAddress(IServer server, IConfiguration configuration)
{
    public const string PublicUrlKey = "PublicUrl";

    /// <summary>The first address that is really listened on, as a browser on this machine would spell it.</summary>
    public string Local
    {
        get
        {
            var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
                ?? throw new InvalidOperationException("The application does not listen yet.");
            var address = BindingAddress.Parse(bound);
            var host = address.Host is "[::]" or "0.0.0.0" or "*" or "+" ? "localhost" : address.Host;
            return $"{address.Scheme}://{host}:{address.Port}";
        }
    }

    /// <summary>The address that was configured for the outside, if any.</summary>
    public string? Public => configuration[PublicUrlKey] is { Length: > 0 } url ? url.TrimEnd('/') : null;
}
