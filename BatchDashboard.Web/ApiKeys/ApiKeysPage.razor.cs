using BatchDashboard.Web.Account;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.ApiKeys;

/// <summary>The keys of programs: made, replaced with an overlap, and ended; a secret is seen once.</summary>
public sealed partial class ApiKeysPage
{
    private IReadOnlyList<ApiKey> _keys = [];
    private IssuedApiKey? _issued;

    [Inject] internal ApiKeyIssuer Issuer { get; init; } = null!;

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    protected override object Question => nameof(ApiKeysPage);

    protected override async Task ReadAsync() => _keys = await Issuer.ListAsync(Gone);

    private Task ShowAsync(IssuedApiKey issued)
    {
        _issued = issued;
        return ReloadAsync();
    }

    private Task SavedAsync()
    {
        _issued = null;
        Announcer.Announce("The key is hidden for good.");
        return Task.CompletedTask;
    }

    private Task RevokedAsync(ApiKey key)
    {
        Announcer.Announce($"The key {key.Name} has ended.");
        return ReloadAsync();
    }
}
