using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using BatchDashboard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Web.Account;

/// <summary>
/// The API keys in memory, read again every few seconds, so that neither a thousand requests a second nor a thousand
/// wrong keys a second reach the database.
/// </summary>
internal sealed class ApiKeyRing(IDbContextFactory<AccountDbContext> contexts, WriteGate gate, TimeProvider time)
    : IDisposable
{
    /// <summary>How long a key that another process added or revoked may go unnoticed.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);

    /// <summary>How exactly the last use of a key is kept.</summary>
    public static readonly TimeSpan UseResolution = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _loading = new(1, 1);
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _notedUses = new();
    private volatile Snapshot? _snapshot;

    /// <summary>The key with this secret, unless it is unknown or has expired.</summary>
    public async ValueTask<ApiKey?> FindAsync(string secret, IPAddress? from, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var snapshot = _snapshot;
        if (snapshot is null || now - snapshot.ReadAt >= Freshness)
            snapshot = await ReadAsync(cancellationToken);
        var key = Find(snapshot.Keys, ApiKey.HashOf(secret));
        if (key is null || key.IsExpired(now))
            return null;
        await NoteUseAsync(key, from, now, cancellationToken);
        return key;
    }

    /// <summary>Makes the next look-up read the keys again; to be called after every change of a key.</summary>
    public void Forget() => _snapshot = null;

    public void Dispose() => _loading.Dispose();

    // Looks at every key whatever it finds, so that the time taken tells nothing.
    private static ApiKey? Find(ApiKey[] keys, byte[] hash)
    {
        ApiKey? found = null;
        foreach (var key in keys)
        {
            if (CryptographicOperations.FixedTimeEquals(key.Hash, hash))
                found = key;
        }

        return found;
    }

    private async Task<Snapshot> ReadAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (_snapshot is { } fresh && now - fresh.ReadAt < Freshness)
                return fresh;
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var keys = await context.ApiKeys.AsNoTracking().ToArrayAsync(cancellationToken);
            return _snapshot = new Snapshot(keys, now);
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task NoteUseAsync(ApiKey key, IPAddress? from, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var noted = _notedUses.GetOrAdd(key.Id, key.LastUsedAt ?? DateTimeOffset.MinValue);
        if (now - noted < UseResolution || !_notedUses.TryUpdate(key.Id, now, noted))
            return;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        using var turn = await gate.EnterAsync(WritePriority.Interactive, cancellationToken);
        await context.ApiKeys.Where(k => k.Id == key.Id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(k => k.LastUsedAt, now).SetProperty(k => k.LastUsedFrom, from == null ? null : from.ToString()),
                cancellationToken);
    }

    private sealed record Snapshot(ApiKey[] Keys, DateTimeOffset ReadAt);
}
