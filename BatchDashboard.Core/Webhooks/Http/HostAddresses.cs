using System.Net;

namespace BatchDashboard.Core.Webhooks.Http;

/// <summary>Finds the addresses of a host.</summary>
/// <exception cref="System.Net.Sockets.SocketException">There are none.</exception>
public delegate Task<IPAddress[]> HostAddresses(string host, CancellationToken cancellationToken);
