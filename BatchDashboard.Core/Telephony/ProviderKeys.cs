using System.Collections.Concurrent;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace BatchDashboard.Core.Telephony;

/// <summary>The keys of the providers' accounts: from the configuration, or entered by an owner and stored protected.</summary>
public sealed partial class ProviderKeys(
    IConfiguration configuration, Database database, ISecretProtector protector, TimeProvider time, ILogger<ProviderKeys> logger)
{
    /// <summary>Longer than any provider's.</summary>
    public const int MaxLength = 500;

    private const string FactPrefix = "provider_key:";

    private readonly ConcurrentDictionary<string, string> _entered = new();

    /// <summary>The setting that holds the key of a provider, for people.</summary>
    public static string SettingOf(string provider) =>
        $"Providers:{char.ToUpperInvariant(provider[0])}{provider[1..]}:ApiKey";

    /// <summary>Null: there is none.</summary>
    public ProviderKey? Of(string provider) => configuration[SettingOf(provider)] is { } configured && !string.IsNullOrWhiteSpace(configured)
        ? new ProviderKey(configured.Trim(), IsConfigured: true)
        : _entered.TryGetValue(provider, out var entered) ? new ProviderKey(entered, IsConfigured: false) : null;

    /// <summary>Whether one was entered, also when the configuration wins over it.</summary>
    public bool IsEntered(string provider) => _entered.ContainsKey(provider);

    /// <summary>Reads what was entered in earlier lives of the process.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        foreach (var fact in await context.Installation.AsNoTracking()
                     .Where(fact => fact.Name.StartsWith(FactPrefix)).ToListAsync(cancellationToken))
        {
            var provider = fact.Name[FactPrefix.Length..];
            if (protector.Unprotect(fact.Value) is { } secret)
                _entered[provider] = secret;
            else
                Log.Unreadable(logger, provider);
        }
    }

    /// <summary>Stores a key in place of what was entered before.</summary>
    public async Task<Error?> EnterAsync(string provider, string secret, string by, CancellationToken cancellationToken)
    {
        secret = secret.Trim();
        if (Problem(secret) is { } problem)
            return new Error("provider_key_invalid", problem, "key");
        await WriteAsync(
            AuditAction.ProviderKeyEntered,
            provider,
            by,
            new InstallationFact { Name = FactPrefix + provider, Value = protector.Protect(secret) },
            cancellationToken);
        _entered[provider] = secret;
        return null;
    }

    /// <summary>Forgets the key that was entered; that there is none any more is fine.</summary>
    public async Task RemoveAsync(string provider, string by, CancellationToken cancellationToken)
    {
        await WriteAsync(AuditAction.ProviderKeyRemoved, provider, by, fact: null, cancellationToken);
        _entered.TryRemove(provider, out _);
    }

    // What a header can carry, so that no request fails for it later.
    private static string? Problem(string secret) => secret switch
    {
        "" => "Paste the key from the provider's account.",
        { Length: > MaxLength } => $"The key has {secret.Length} characters; no provider's has more than {MaxLength}. Copy the key alone.",
        _ when secret.Any(character => character is <= ' ' or > '~') =>
            "The key has a space or a special character in it. Copy it again, without what stands around it.",
        _ => null,
    };

    private Task WriteAsync(
        AuditAction action,
        string provider,
        string by,
        InstallationFact? fact,
        CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Interactive,
            async context =>
            {
                var name = FactPrefix + provider;
                await context.Installation.Where(known => known.Name == name).ExecuteDeleteAsync(cancellationToken);
                if (fact is not null)
                    context.Add(fact);
                context.Add(AuditEntry.Write(action, provider, reason: "", by, time.GetUtcNow()));
                await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The stored key of provider {Provider} cannot be read, because the keys it was protected with are gone; enter it again.")]
        public static partial void Unreadable(ILogger logger, string provider);
    }
}
