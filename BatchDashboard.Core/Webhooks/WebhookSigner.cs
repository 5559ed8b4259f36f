using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Telephony;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Webhooks;

/// <summary>
/// Signs messages: <c>X-Webhook-Signature</c> is the HMAC of the body in hexadecimal; the other three headers are those of
/// https://www.standardwebhooks.com.
/// </summary>
public sealed class WebhookSigner(IOptions<WebhookOptions> options, Database database, ISecretProtector protector)
{
    private const string Fact = "webhook_secret";
    private const string Base64Prefix = "whsec_";
    private const int SecretBytes = 32;

    private string _secret = options.Value.SigningSecret ?? "";

    /// <summary>Set by the configuration, so that it cannot be changed here.</summary>
    public bool IsConfigured => options.Value.SigningSecret is not null;

    /// <summary>For the receivers, who need it to check signatures.</summary>
    public string Secret => _secret;

    /// <summary>Reads the secret, or makes one; asked once, at the start.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (IsConfigured)
            return;
        await using (var context = await database.ReadAsync(cancellationToken))
        {
            if (context.Fact(Fact) is { } known && protector.Unprotect(known) is { } secret)
            {
                _secret = secret;
                return;
            }
        }

        await ReplaceAsync(cancellationToken);
    }

    /// <summary>Makes another one; messages are signed with it from the next try on.</summary>
    public async Task ReplaceAsync(CancellationToken cancellationToken)
    {
        var secret = Base64Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));
        await database.WriteAsync(
            WritePriority.Interactive,
            context =>
            {
                context.SetFact(Fact, protector.Protect(secret));
                return Task.CompletedTask;
            },
            cancellationToken);
        _secret = secret;
    }

    /// <param name="id">The same at every try.</param>
    public IEnumerable<(string Name, string Value)> Sign(string id, DateTimeOffset now, byte[] body)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{id}.{timestamp}."), .. body];
        yield return ("X-Webhook-Signature", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(_secret), body)));
        yield return ("webhook-id", id);
        yield return ("webhook-timestamp", timestamp);
        yield return ("webhook-signature", $"v1,{Convert.ToBase64String(HMACSHA256.HashData(StandardKey(_secret), signed))}");
    }

    // The specification names a key by the prefix and base64; anything else is a text of its owner's.
    private static byte[] StandardKey(string secret)
    {
        var key = new byte[secret.Length];
        return secret.StartsWith(Base64Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(secret[Base64Prefix.Length..], key, out var length)
                ? key[..length]
                : Encoding.UTF8.GetBytes(secret);
    }
}
