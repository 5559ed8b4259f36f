using System.Globalization;
using System.Net;

namespace BatchDashboard.Tests.Webhooks;

/// <summary>Addresses that lead inside, in the spellings by which guards were passed elsewhere.</summary>
internal static class HostileUrls
{
    private static readonly string[] Inside =
    [
        "127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "172.31.255.254", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "100.100.100.200", "0.0.0.0", "192.0.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "203.0.113.7",
    ];

    private static readonly string[] InsideIPv6 =
    [
        "::1", "::", "fc00::1", "fd12:3456:789a::1", "fe80::1", "fec0::1", "ff02::1", "2001:db8::1", "64:ff9b:1::1", "2001::1",
        "2002:7f00:1::", "2002:a9fe:a9fe::", "100::1", "3fff::1", "5f00::1", "::ffff:0:127.0.0.1",
    ];

    private static readonly string[] Names =
    [
        "localhost", "LOCALHOST", "localhost.", "app.localhost", "localhost.localdomain", "ip6-localhost", "metadata.example",
        "METADATA.example", "metadata.example.", "127.0.0.1.nip.example", "x.y.z.example", "xn--nxasmq6b.example",
    ];

    public static IEnumerable<string> All(int port)
    {
        foreach (var host in Inside.SelectMany(address => Spellings(IPAddress.Parse(address).GetAddressBytes())))
            yield return Url(host, port);
        foreach (var host in InsideIPv6)
            yield return Url($"[{host}]", port);
        foreach (var host in Names)
            yield return Url(host, port);
        yield return Url("example.com@127.0.0.1", port);
        yield return Url("example.com%40@127.0.0.1", port);
        yield return Url("[::1%25eth0]", port);
        yield return $"HTTP://127.0.0.1:{port}/";
        yield return $"http:\\\\127.0.0.1:{port}/";
        yield return $"http:/127.0.0.1:{port}/";
        yield return $"http://127.0.0.1:{port}#@example.com/";
        yield return $"http://127.0.0.1:{port}?@example.com/";
    }

    private static string[] Spellings(byte[] address)
    {
        var (a, b, c, d) = (address[0], address[1], address[2], address[3]);
        var whole = ((uint)a << 24) | ((uint)b << 16) | ((uint)c << 8) | d;
        return
        [
            F($"{a}.{b}.{c}.{d}"),
            F($"{a}.{b}.{c}.{d}."),
            F($"{whole}"),
            F($"0x{whole:x}"),
            F($"0X{whole:X8}"),
            $"0{Convert.ToString(whole, 8)}",
            F($"0x{a:x}.0x{b:x}.0x{c:x}.0x{d:x}"),
            $"0{Convert.ToString(a, 8)}.0{Convert.ToString(b, 8)}.0{Convert.ToString(c, 8)}.0{Convert.ToString(d, 8)}",
            F($"{a}.{b}.{(c << 8) | d}"),
            F($"{a}.{(b << 16) | (c << 8) | d}"),
            F($"0x{a:x}.{b}.{(c << 8) | d}"),
            F($"[::ffff:{a}.{b}.{c}.{d}]"),
            F($"[::ffff:{(a << 8) | b:x}:{(c << 8) | d:x}]"),
            F($"[0:0:0:0:0:ffff:{(a << 8) | b:x}:{(c << 8) | d:x}]"),
            F($"[::{a}.{b}.{c}.{d}]"),
            F($"[64:ff9b::{(a << 8) | b:x}:{(c << 8) | d:x}]"),
            F($"[2002:{(a << 8) | b:x}:{(c << 8) | d:x}::]"),
            string.Concat(F($"{a}.{b}.{c}.{d}").Select(letter => char.IsDigit(letter) ? (char)(letter - '0' + '０') : letter)),
            F($"{a}。{b}。{c}。{d}"),
            string.Concat(F($"{a}.{b}.{c}.{d}").Select(letter => F($"%{(int)letter:x2}"))),
        ];
    }

    private static string Url(string host, int port) => F($"http://{host}:{port}/");

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
