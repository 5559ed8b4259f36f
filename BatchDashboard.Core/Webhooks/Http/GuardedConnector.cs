using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Webhooks.Http;

/// <summary>
/// Connects to webhooks, whose addresses strangers may have chosen: only to an address that it has looked at itself, so that a
/// name which leads elsewhere a moment later leads nowhere.
/// </summary>
internal sealed class GuardedConnector(HostAddresses addresses, PublicAddressRule isPublic, IOptions<WebhookOptions> options)
{
    /// <exception cref="RefusedAddressException">The host has no public address, and is not allowed to have none.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await addresses(host, cancellationToken);
        var open = options.Value.Allows(host) ? found : Array.FindAll(found, address => isPublic(address));
        // One private address among public ones is enough to be suspicious of them all.
        if (open.Length == 0 || open.Length < found.Length)
            throw new RefusedAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
