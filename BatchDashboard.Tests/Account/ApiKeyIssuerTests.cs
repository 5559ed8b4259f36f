using BatchDashboard.Core.Data;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BatchDashboard.Tests.Account;

public sealed class ApiKeyIssuerTests : IAsyncLifetime
{
    private readonly ScratchDirectory _data = new();
    private readonly FakeTimeProvider _time = new();
    private ServiceProvider _services = null!;

    private ApiKeyIssuer Issuer => _services.GetRequiredService<ApiKeyIssuer>();

    [Fact]
    public async Task A_key_works_at_once_and_until_its_end()
    {
        var issued = (await Issuer.IssueAsync(" CRM sync ", ApiKeyScopes.Launch, TimeSpan.FromDays(30), default)).Value;

        Assert.Equal(("CRM sync", ApiKeyScopes.Launch), (issued.Key.Name, issued.Key.Scopes));
        Assert.True(await WorksAsync(issued));
        _time.Advance(TimeSpan.FromDays(30));
        Assert.False(await WorksAsync(issued));
    }

    [Fact]
    public async Task A_replaced_key_goes_on_for_the_overlap_and_the_new_one_may_as_much_for_as_long()
    {
        var old = (await Issuer.IssueAsync("CRM sync", ApiKeyScopes.Manage, TimeSpan.FromDays(30), default)).Value;
        _time.Advance(TimeSpan.FromDays(1));

        var fresh = (await Issuer.RotateAsync(old.Key.Id, TimeSpan.FromHours(1), default)).Value;

        Assert.Equal(("CRM sync", ApiKeyScopes.Manage), (fresh.Key.Name, fresh.Key.Scopes));
        Assert.Equal(_time.GetUtcNow().AddDays(30), fresh.Key.ExpiresAt);
        Assert.True(await WorksAsync(old) && await WorksAsync(fresh));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.False(await WorksAsync(old));
        Assert.True(await WorksAsync(fresh));
        Assert.Equal("key_ended", (await Issuer.RotateAsync(old.Key.Id, TimeSpan.FromHours(1), default)).Error.Code);
    }

    [Fact]
    public async Task A_key_is_replaced_once_and_those_of_one_program_are_known_as_such()
    {
        var old = (await Issuer.IssueAsync("CRM sync", ApiKeyScopes.Launch, null, default)).Value;

        var fresh = (await Issuer.RotateAsync(old.Key.Id, TimeSpan.FromDays(1), default)).Value;

        Assert.Equal("key_replaced", (await Issuer.RotateAsync(old.Key.Id, TimeSpan.FromDays(1), default)).Error.Code);
        var next = (await Issuer.RotateAsync(fresh.Key.Id, TimeSpan.FromDays(1), default)).Value;
        Assert.Null(next.Key.ExpiresAt);
        Assert.Equal([old.Key.Id, old.Key.Id], [fresh.Key.ProgramId, next.Key.ProgramId]);
        Assert.NotEqual(old.Key.Id, (await Issuer.IssueAsync("CRM sync", ApiKeyScopes.Launch, null, default)).Value.Key.ProgramId);
    }

    [Fact]
    public async Task An_overlap_does_not_lengthen_the_life_of_a_key()
    {
        var old = (await Issuer.IssueAsync("CRM sync", ApiKeyScopes.Read, TimeSpan.FromMinutes(5), default)).Value;

        await Issuer.RotateAsync(old.Key.Id, TimeSpan.FromHours(1), default);

        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.False(await WorksAsync(old));
    }

    [Fact]
    public async Task A_key_that_was_ended_is_refused_at_once_and_stays_in_the_list()
    {
        var issued = (await Issuer.IssueAsync("CRM sync", ApiKeyScopes.Read, null, default)).Value;
        Assert.True(await WorksAsync(issued));

        await Issuer.RevokeAsync(issued.Key.Id, default);

        Assert.False(await WorksAsync(issued));
        Assert.Equal(issued.Key.Id, Assert.Single(await Issuer.ListAsync(default)).Id);
    }

    [Theory]
    [InlineData("  ", ApiKeyScopes.Read, ApiKeyIssuer.NameField)]
    [InlineData("CRM sync", ApiKeyScopes.None, ApiKeyIssuer.ScopesField)]
    public async Task A_key_without_a_name_or_without_rights_is_not_made(string name, ApiKeyScopes scopes, string field)
    {
        var refused = await Issuer.IssueAsync(name, scopes, null, default);

        Assert.Equal(field, refused.Error.Field);
        Assert.Empty(await Issuer.ListAsync(default));
    }

    public async Task InitializeAsync()
    {
        var directory = new DataDirectory(_data.Root);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_time).AddSingleton<WriteGate>().AddSingleton<ApiKeyRing>().AddSingleton<ApiKeyIssuer>()
            .AddDbContextFactory<AccountDbContext>(options => options.UseDataDirectory(directory, AccountDbContext.MigrationsTable))
            .BuildServiceProvider();
        await using var context = await _services.GetRequiredService<IDbContextFactory<AccountDbContext>>().CreateDbContextAsync();
        await context.Database.MigrateAsync();
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        _data.Dispose();
    }

    private async Task<bool> WorksAsync(IssuedApiKey issued) =>
        await _services.GetRequiredService<ApiKeyRing>().FindAsync(issued.Secret, null, default) is not null;
}
