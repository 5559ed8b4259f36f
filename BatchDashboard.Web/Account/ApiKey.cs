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

    /// <summary>The program that has the key; the same for a key and all that came in its place.</summary>
    public Guid ProgramId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The first eight characters, by which people recognise the key.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>SHA-256 of the key; enough without a salt, because a key is long and random.</summary>
    public byte[] Hash { get; private set; } = [];

    public ApiKeyScopes Scopes { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>The address that it was last used from.</summary>
    public string? LastUsedFrom { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>When another key was made in its place; null: none was.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    /// <summary>A new random key of 256 bits; this is the only moment at which it can be shown.</summary>
    public static string NewSecret() => "bd_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public static ApiKey Issue(
        string name, string secret, ApiKeyScopes scopes, DateTimeOffset now, DateTimeOffset? expiresAt = null)
    {
        var id = Guid.CreateVersion7(now);
        return new()
        {
            Id = id,
            ProgramId = id,
            Name = name,
            Prefix = secret[..8],
            Hash = HashOf(secret),
            Scopes = scopes,
            CreatedAt = now,
            ExpiresAt = expiresAt,
        };
    }

    /// <summary>Another key of the same program, which may as much for as long; this one goes on for the overlap.</summary>
    public ApiKey ReplaceWith(string secret, DateTimeOffset now, TimeSpan overlap)
    {
        var next = Issue(Name, secret, Scopes, now, now + (ExpiresAt - CreatedAt));
        next.ProgramId = ProgramId;
        ReplacedAt = now;
        EndAt(now + overlap);
        return next;
    }

    /// <summary>From then on it opens nothing; one that ends sooner anyway stays as it is.</summary>
    public void EndAt(DateTimeOffset time) => ExpiresAt = ExpiresAt < time ? ExpiresAt : time;

    public bool IsExpired(DateTimeOffset now) => ExpiresAt <= now;
}
