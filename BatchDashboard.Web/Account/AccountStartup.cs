using BatchDashboard.Core;
using BatchDashboard.Core.Data;
using BatchDashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Web.Account;

/// <summary>Updates the account tables, creates what the configuration asks for, and opens the set-up link.</summary>
internal sealed class AccountStartup(
    AccountDbContext context, WriteGate gate, FirstOwner owner, SetupToken token,
    IOptions<BootstrapOptions> bootstrap, TimeProvider time) : IStartupStep
{
    public async Task<IReadOnlyList<Error>> RunAsync(CancellationToken cancellationToken)
    {
        using (await gate.EnterAsync(WritePriority.Interactive, cancellationToken))
            await context.Database.MigrateAsync(cancellationToken);
        await CreateConfiguredKeyAsync(bootstrap.Value.ApiKey, cancellationToken);
        if (!await owner.IsMissingAsync(cancellationToken))
            return [];
        if (string.IsNullOrEmpty(bootstrap.Value.OwnerEmail))
        {
            token.Issue();
            return [];
        }

        return await CreateConfiguredOwnerAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<Error>> CreateConfiguredOwnerAsync(CancellationToken cancellationToken)
    {
        var created = await owner.CreateConfiguredAsync(
            bootstrap.Value.OwnerEmail!, bootstrap.Value.OwnerPassword!, cancellationToken);
        return [.. created.Errors.Select(error =>
            error with { Message = $"Bootstrap:OwnerEmail and OwnerPassword: {error.Message}" })];
    }

    private async Task CreateConfiguredKeyAsync(string? secret, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(secret))
            return;
        var hash = ApiKey.HashOf(secret);
        if (await context.ApiKeys.AnyAsync(key => key.Hash == hash, cancellationToken))
            return;
        context.ApiKeys.Add(ApiKey.Issue("Bootstrap:ApiKey", secret, ApiKeyScopes.All, time.GetUtcNow()));
        await context.SaveChangesAsync(cancellationToken);
    }
}
