using BatchDashboard.Core;
using Microsoft.AspNetCore.Identity;

namespace BatchDashboard.Web.Account;

/// <summary>Signs a person in with a password, or says no without telling what was wrong.</summary>
internal sealed class SignIn(SignInManager<User> signIns, IPasswordHasher<User> hasher, TimeProvider time)
{
    public async Task<Error?> TryAsync(string email, string password, bool remember)
    {
        var user = await signIns.UserManager.FindByNameAsync(email.Trim());
        if (user is null)
        {
            // As slow as a wrong password, so that the time taken does not tell which addresses exist.
            hasher.HashPassword(User.Register(email, null, Role.Viewer, time.GetUtcNow()), password);
            return AccountErrors.SignInFailed;
        }

        var result = await signIns.PasswordSignInAsync(user, password, remember, lockoutOnFailure: true);
        return result.Succeeded ? null : AccountErrors.SignInFailed;
    }
}
