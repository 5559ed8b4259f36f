using System.Net;
using System.Net.Sockets;

namespace BatchDashboard.Core.Webhooks.Http;

/// <summary>
/// Tells public addresses from those of this machine, its networks and the clouds' metadata services, after the registries
/// of special-purpose addresses (RFC 6890, https://www.iana.org/assignments/iana-ipv4-special-registry).
/// </summary>
public static class PublicAddresses
{
    private static readonly IPNetwork[] SpecialIPv4 =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
            "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        ]).Select(IPNetwork.Parse),
    ];

    /// <summary>All of IPv6 that is handed out; everything else is special.</summary>
    private static readonly IPNetwork HandedOut = IPNetwork.Parse("2000::/3");

    /// <summary>Protocols, tunnels (6to4, Teredo), which could lead to any IPv4 address, and examples.</summary>
    private static readonly IPNetwork[] SpecialIPv6 =
    [
        .. ((string[])["2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"]).Select(IPNetwork.Parse),
    ];

    public static bool Contains(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !Array.Exists(SpecialIPv4, network => network.Contains(address)),
            AddressFamily.InterNetworkV6 => HandedOut.Contains(address) && !Array.Exists(SpecialIPv6, network => network.Contains(address)),
            _ => false,
        };
    }
}
