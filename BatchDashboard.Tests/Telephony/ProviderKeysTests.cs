using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace BatchDashboard.Tests.Telephony;

public sealed class ProviderKeysTests
{
    private const string Secret = "org_an-entered-key-1a2b";

    [Fact]
    public async Task A_key_that_is_entered_is_stored_protected_outlives_a_restart_and_is_on_record_without_itself()
    {
        await using var core = await CoreHost.StartAsync();

        Assert.Null(await core.Service<ProviderKeys>().EnterAsync("bland", $" {Secret}\n", "anna", default));
        var afterRestart = await ReloadedAsync(core);

        Assert.Equal(new ProviderKey(Secret, IsConfigured: false), core.Service<ProviderKeys>().Of("bland"));
        Assert.Equal(new ProviderKey(Secret, IsConfigured: false), afterRestart.Of("bland"));
        await using var context = await core.Service<Database>().ReadAsync(default);
        Assert.DoesNotContain(await context.Installation.ToListAsync(), fact => fact.Value.Contains(Secret, StringComparison.Ordinal));
        var line = Assert.Single(await context.Audit.ToListAsync());
        Assert.Equal((AuditAction.ProviderKeyEntered, "bland", "anna", ""), (line.Action, line.Subject, line.Actor, line.Reason));
    }

    [Fact]
    public async Task A_key_that_is_removed_is_gone_for_good()
    {
        await using var core = await CoreHost.StartAsync();
        var keys = core.Service<ProviderKeys>();
        await keys.EnterAsync("bland", Secret, "anna", default);

        await keys.RemoveAsync("bland", "ben", default);

        Assert.Null(keys.Of("bland"));
        Assert.Null((await ReloadedAsync(core)).Of("bland"));
        Assert.Equal("provider_key_missing", core.Service<CallProviders>().NotReady("bland")!.Code);
        await using var context = await core.Service<Database>().ReadAsync(default);
        Assert.Equal(
            [(AuditAction.ProviderKeyEntered, "anna"), (AuditAction.ProviderKeyRemoved, "ben")],
            (await context.Audit.ToListAsync()).Select(line => (line.Action, line.Actor)));
    }

    [Fact]
    public async Task The_configuration_wins_over_what_was_entered()
    {
        await using var core = await CoreHost.StartAsync(("Providers:Bland:ApiKey", "org_the-configured-key-9z8y"));
        var keys = core.Service<ProviderKeys>();

        await keys.EnterAsync("bland", Secret, "anna", default);

        Assert.Equal(new ProviderKey("org_the-configured-key-9z8y", IsConfigured: true), keys.Of("bland"));
        Assert.True(keys.IsEntered("bland"));
    }

    [Fact]
    public async Task A_key_that_cannot_be_read_any_more_counts_as_none()
    {
        await using var core = await CoreHost.StartAsync();
        await core.Service<ProviderKeys>().EnterAsync("bland", Secret, "anna", default);
        await core.Service<Database>().WriteAsync(
            WritePriority.Interactive,
            context => context.Installation.Where(fact => fact.Name == "provider_key:bland")
                .ExecuteUpdateAsync(fact => fact.SetProperty(f => f.Value, "of another key ring")),
            default);

        Assert.Null((await ReloadedAsync(core)).Of("bland"));
    }

    [Theory]
    [InlineData("", "Paste the key")]
    [InlineData("  \n", "Paste the key")]
    [InlineData("two words", "a space or a special character")]
    [InlineData("schlüssel", "a space or a special character")]
    public async Task What_no_header_can_carry_is_refused(string typed, string reason)
    {
        await using var core = await CoreHost.StartAsync();

        var refused = await core.Service<ProviderKeys>().EnterAsync("bland", typed, "anna", default);

        Assert.Contains(reason, refused!.Message, StringComparison.Ordinal);
        Assert.Null(core.Service<ProviderKeys>().Of("bland"));
    }

    [Theory]
    [InlineData("org_0123456789ab1a2b", "…1a2b")]
    [InlineData("short-key", "…")]
    public void Of_a_key_only_its_ending_is_shown(string secret, string shown)
    {
        var key = new ProviderKey(secret, IsConfigured: false);

        Assert.Equal((shown, shown), (key.Ending, $"{key}"));
    }

    /// <summary>The keys as the next life of the process finds them.</summary>
    private static async Task<ProviderKeys> ReloadedAsync(CoreHost core)
    {
        var keys = new ProviderKeys(
            core.Service<IConfiguration>(),
            core.Service<Database>(),
            core.Service<ISecretProtector>(),
            TimeProvider.System,
            NullLogger<ProviderKeys>.Instance);
        await keys.LoadAsync(default);
        return keys;
    }
}
