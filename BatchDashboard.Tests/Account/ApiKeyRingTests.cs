using BatchDashboard.Core.Data;
using BatchDashboard.Web.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BatchDashboard.Tests.Account;

public sealed class ApiKeyRingTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bd-keys-").FullName;
    private readonly FakeTimeProvider _time = new();
    private ServiceProvider _services = null!;

    [Fact]
    public async Task A_key_is_stored_as_a_hash_and_found_by_its_secret()
    {
        var secret = await AddKeyAsync();

        var found = await Ring.FindAsync(secret, null, default);

        Assert.Equal(secret[..8], found?.Prefix);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(_folder, "batchdashboard.db-wal"));
        Assert.True(bytes.AsSpan().IndexOf("bd_"u8) >= 0);
        Assert.True(bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(secret)) < 0);
    }

    [Fact]
    public async Task A_key_ends_at_its_expiry()
    {
        var secret = await AddKeyAsync(_time.GetUtcNow().AddSeconds(5));

        Assert.NotNull(await Ring.FindAsync(secret, null, default));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await Ring.FindAsync(secret, null, default));
    }

    [Fact]
    public async Task Keys_are_read_once_and_a_key_revoked_elsewhere_ends_within_the_freshness()
    {
        var secret = await AddKeyAsync();
        Assert.NotNull(await Ring.FindAsync(secret, null, default));
        await using (var context = await Contexts.CreateDbContextAsync())
            await context.ApiKeys.ExecuteDeleteAsync();

        _time.Advance(ApiKeyRing.Freshness - TimeSpan.FromMilliseconds(1));
        Assert.NotNull(await Ring.FindAsync(secret, null, default));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(await Ring.FindAsync(secret, null, default));
    }

    [Fact]
    public async Task A_new_key_works_at_once_when_the_ring_is_told()
    {
        Assert.Null(await Ring.FindAsync("some-unknown-secret", null, default));
        var secret = await AddKeyAsync();
        Assert.Null(await Ring.FindAsync(secret, null, default));

        Ring.Forget();

        Assert.NotNull(await Ring.FindAsync(secret, null, default));
    }

    [Fact]
    public async Task The_last_use_is_written_at_most_once_a_minute()
    {
        var secret = await AddKeyAsync();
        var first = _time.GetUtcNow();

        await Ring.FindAsync(secret, null, default);
        _time.Advance(TimeSpan.FromSeconds(59));
        await Ring.FindAsync(secret, null, default);
        Assert.Equal(first, await LastUseAsync());

        _time.Advance(TimeSpan.FromSeconds(1));
        await Ring.FindAsync(secret, null, default);
        Assert.Equal(first.AddMinutes(1), await LastUseAsync());
    }

    public async Task InitializeAsync()
    {
        var directory = new DataDirectory(_folder);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_time).AddSingleton<WriteGate>().AddSingleton<ApiKeyRing>()
            .AddDbContextFactory<AccountDbContext>(options =>
                options.UseDataDirectory(directory, AccountDbContext.MigrationsTable))
            .BuildServiceProvider();
        await using var context = await Contexts.CreateDbContextAsync();
        await context.Database.MigrateAsync();
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private ApiKeyRing Ring => _services.GetRequiredService<ApiKeyRing>();

    private IDbContextFactory<AccountDbContext> Contexts =>
        _services.GetRequiredService<IDbContextFactory<AccountDbContext>>();

    private async Task<string> AddKeyAsync(DateTimeOffset? expiresAt = null)
    {
        var secret = ApiKey.NewSecret();
        await using var context = await Contexts.CreateDbContextAsync();
        context.ApiKeys.Add(ApiKey.Issue("a program", secret, ApiKeyScopes.All, _time.GetUtcNow(), expiresAt));
        await context.SaveChangesAsync();
        return secret;
    }

    private async Task<DateTimeOffset?> LastUseAsync()
    {
        await using var context = await Contexts.CreateDbContextAsync();
        return await context.ApiKeys.Select(key => key.LastUsedAt).SingleAsync();
    }
}
