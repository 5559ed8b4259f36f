using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BatchDashboard.Web.Account;

/// <summary>The right of a program to call the API; the key itself is never stored, only its hash.</summary>
public sealed class ApiKey
{
    /// <summary>A shorter key could be guessed.</summary>
    public const int MinimumLength = 16;

    // For EF Core.
    private ApiKey()
    {
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The first eight characters, by which people recognise the key.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>SHA-256 of the key; enough without a salt, because a key is long and random.</summary>
    public byte[] Hash { get; private set; } = [];

    public ApiKeyScopes Scopes { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>A new random key of 256 bits; this is the only moment at which it can be shown.</summary>
    public static string NewSecret() => "bd_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public static ApiKey Issue(
        string name, string secret, ApiKeyScopes scopes, DateTimeOffset now, DateTimeOffset? expiresAt = null) => new()
        {
            Id = Guid.CreateVersion7(now),
            Name = name,
            Prefix = secret[..8],
            Hash = HashOf(secret),
            Scopes = scopes,
            CreatedAt = now,
            ExpiresAt = expiresAt,
        };

    public bool IsExpired(DateTimeOffset now) => ExpiresAt <= now;
}
