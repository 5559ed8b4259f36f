using System.Security.Cryptography;
using System.Text;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Telephony.Bland;

/// <summary>
/// Takes what the provider posts by itself. Who it comes from is proven by its signature, whose call it is by our key or by
/// the call id that our own placement was answered with; doubled and late ones do no harm, because of the door behind.
/// </summary>
public sealed partial class BlandCallbacks(
    Database database, IProviderCallSink sink, IOptions<BlandOptions> options, ILogger<BlandCallbacks> logger)
{
    public const string SignatureHeader = "X-Webhook-Signature";

    /// <summary>No description of a call is longer, transcripts included.</summary>
    public const int LargestBody = 4 * 1024 * 1024;

    private readonly byte[]? _secret =
        options.Value.WebhookSecret is { Length: > 0 } secret ? Encoding.UTF8.GetBytes(secret) : null;

    /// <param name="body">As it came: the signature is over its bytes.</param>
    /// <param name="signature">Hex HMAC-SHA256.</param>
    public async Task<BlandCallbackOutcome> TakeAsync(
        ReadOnlyMemory<byte> body, string? signature, CancellationToken cancellationToken)
    {
        if (!IsSigned(body.Span, signature))
        {
            Log.NotSigned(logger);
            return BlandCallbackOutcome.NotSigned;
        }

        if (BlandJson.Parse(body) is not { } json || new BlandCall(json) is not { Id: { } id } call)
            return BlandCallbackOutcome.Unreadable;
        var key = await KeyOfAsync(id, call.Key, cancellationToken);
        // An intent is committed before its request leaves, so a key that is not known now will never be. A call without one
        // may be ours: it can be over before the answer to its placement is stored.
        if (key is not null || call.Key is null)
            await sink.StoreAsync(BlandOptions.ProviderName, call.ToProviderCall(id, key ?? default), cancellationToken);
        if (key is not null)
            return BlandCallbackOutcome.Taken;
        Log.UnknownCall(logger, Guid.TryParse(id, out var known) ? known : null, call.Key?.Value);
        return BlandCallbackOutcome.UnknownCall;
    }

    private bool IsSigned(ReadOnlySpan<byte> body, string? signature)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (_secret is null || signature?.Length != 2 * given.Length
            || Convert.FromHexString(signature, given, out _, out _) != System.Buffers.OperationStatus.Done)
            return false;
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secret, body, expected);
        return CryptographicOperations.FixedTimeEquals(given, expected);
    }

    /// <summary>Null: no attempt of ours is this call, or it is another call that carries a copy of our key.</summary>
    private async Task<AttemptKey?> KeyOfAsync(string id, AttemptKey? key, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        var ours = context.CallAttempts.AsNoTracking().Where(attempt => attempt.Provider == BlandOptions.ProviderName);
        CallAttempt? found = null;
        if (key is { Value: var value })
            found = await ours.SingleOrDefaultAsync(attempt => attempt.Key == value, cancellationToken);
        found ??= await ours.FirstOrDefaultAsync(
            attempt => attempt.ProviderCallId == id && attempt.EndedAt == null, cancellationToken);
        return found is not null && (found.ProviderCallId ?? id) == id ? new AttemptKey(found.Key) : null;
    }

    private static partial class Log
    {
        [LoggerMessage(2, LogLevel.Warning, "A callback without a right signature was refused; if it was the provider's, check Providers:Bland:WebhookSecret.")]
        public static partial void NotSigned(ILogger logger);

        [LoggerMessage(1, LogLevel.Information, "A callback is about call {ProviderCallId} with key {Attempt}, which is none of ours so far.")]
        public static partial void UnknownCall(ILogger logger, Guid? providerCallId, Guid? attempt);
    }
}
