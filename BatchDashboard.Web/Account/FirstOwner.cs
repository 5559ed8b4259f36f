using BatchDashboard.Core;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Web.Account;

/// <summary>Creates the first user, who owns the installation; there is never a second first one.</summary>
internal sealed class FirstOwner(UserManager<User> users, SetupToken token, FirstOwnerTurn turn, TimeProvider time)
{
    public async Task<bool> IsMissingAsync(CancellationToken cancellationToken) =>
        !await users.Users.AnyAsync(cancellationToken);

    /// <summary>Creates the owner for whoever holds the set-up link.</summary>
    public async Task<Result<User>> CreateAsync(
        string? setupToken, string email, string? displayName, string password, CancellationToken cancellationToken)
    {
        using var _ = await turn.TakeAsync(cancellationToken);
        if (!token.Accepts(setupToken))
            return AccountErrors.SetupLinkInvalid;
        return await CreateOnceAsync(email, displayName, password, cancellationToken);
    }

    /// <summary>Creates the owner that the configuration names.</summary>
    public async Task<Result<User>> CreateConfiguredAsync(
        string email, string password, CancellationToken cancellationToken)
    {
        using var _ = await turn.TakeAsync(cancellationToken);
        return await CreateOnceAsync(email, null, password, cancellationToken);
    }

    private async Task<Result<User>> CreateOnceAsync(
        string email, string? displayName, string password, CancellationToken cancellationToken)
    {
        if (!await IsMissingAsync(cancellationToken))
            return AccountErrors.OwnerExists;
        var owner = User.Register(email, displayName, Role.Owner, time.GetUtcNow());
        var created = await users.CreateAsync(owner, password);
        if (!created.Succeeded)
            return created.Errors.Select(AccountErrors.Refused).ToArray();
        token.Retire();
        return owner;
    }
}
