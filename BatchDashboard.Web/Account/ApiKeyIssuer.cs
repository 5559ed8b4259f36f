using BatchDashboard.Core;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Web.Account;

/// <summary>Makes, replaces and ends the keys of programs.</summary>
internal sealed class ApiKeyIssuer(IDbContextFactory<AccountDbContext> contexts, ApiKeyRing ring, TimeProvider time)
{
    public const int LongestName = 100;

    public const string NameField = "name";

    public const string ScopesField = "scopes";

    /// <summary>All keys, also those that have ended, newest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ApiKeys.AsNoTracking().OrderByDescending(key => key.CreatedAt).ToListAsync(cancellationToken);
    }

    /// <param name="lifetime">Null: it has no end.</param>
    public async Task<Result<IssuedApiKey>> IssueAsync(
        string name, ApiKeyScopes scopes, TimeSpan? lifetime, CancellationToken cancellationToken)
    {
        Error[] errors = [.. Check(name.Trim(), scopes)];
        if (errors.Length > 0)
            return errors;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (secret, now) = (ApiKey.NewSecret(), time.GetUtcNow());
        return await AddAsync(context, ApiKey.Issue(name.Trim(), secret, scopes, now, now + lifetime), secret, cancellationToken);
    }

    /// <summary>Makes another key for the same program, which has the time of the overlap to take it.</summary>
    public async Task<Result<IssuedApiKey>> RotateAsync(Guid id, TimeSpan overlap, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (await context.ApiKeys.FindAsync([id], cancellationToken) is not { } old || old.IsExpired(now))
            return new Error("key_ended", "This key has ended already. Make a new one.");
        // What it lasts by itself is not known any more: it ends with the overlap.
        if (old.ReplacedAt is not null)
            return new Error("key_replaced", "Another key was made in place of this one already. Replace that one.");
        var secret = ApiKey.NewSecret();
        return await AddAsync(context, old.ReplaceWith(secret, now, overlap), secret, cancellationToken);
    }

    /// <summary>Ends the key now.</summary>
    public async Task RevokeAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.ApiKeys.FindAsync([id], cancellationToken) is not { } key)
            return;
        key.EndAt(time.GetUtcNow());
        await context.SaveChangesAsync(cancellationToken);
        ring.Forget();
    }

    private async Task<IssuedApiKey> AddAsync(
        AccountDbContext context, ApiKey key, string secret, CancellationToken cancellationToken)
    {
        context.ApiKeys.Add(key);
        await context.SaveChangesAsync(cancellationToken);
        ring.Forget();
        return new IssuedApiKey(key, secret);
    }

    private static IEnumerable<Error> Check(string name, ApiKeyScopes scopes)
    {
        if (name.Length is 0 or > LongestName)
            yield return new Error("name_invalid", $"Say in up to {LongestName} characters what the key is for.", NameField);
        if (scopes == ApiKeyScopes.None)
            yield return new Error("scopes_missing", "Choose at least one thing that the key may do.", ScopesField);
    }
}
