using BatchDashboard.Web.Account;
using BatchDashboard.Web.Shared;
using MudBlazor;

namespace BatchDashboard.Web.ApiKeys;

/// <summary>What is said of keys.</summary>
internal static class ApiKeyWords
{
    public static IReadOnlyList<ApiKeyScopes> Scopes { get; } = [ApiKeyScopes.Read, ApiKeyScopes.Launch, ApiKeyScopes.Manage];

    public static string Of(ApiKeyScopes scope) => scope switch
    {
        ApiKeyScopes.Read => "read: see batches, calls and their logs",
        ApiKeyScopes.Launch => "launch: make batches and calls",
        _ => "manage: stop, pause and resume, and decide about calls",
    };

    public static string NamesOf(ApiKeyScopes scopes) =>
        string.Join(", ", Scopes.Where(scope => scopes.HasFlag(scope)).Select(ScopeClaims.NameOf));

    public static StatusLook Look(ApiKey key, DateTimeOffset now) => key switch
    {
        _ when key.IsExpired(now) => new(Icons.Material.Filled.Block, "Ended", Tone.Neutral),
        { ExpiresAt: not null } => new(Icons.Material.Filled.Schedule, "Works", Tone.Info),
        _ => new(Icons.Material.Filled.Check, "Works", Tone.Success),
    };
}
