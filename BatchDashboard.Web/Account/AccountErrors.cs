using BatchDashboard.Core;
using Microsoft.AspNetCore.Identity;

namespace BatchDashboard.Web.Account;

/// <summary>The refusals of sign-in and set-up, in words for people.</summary>
internal static class AccountErrors
{
    public static readonly Error SetupLinkInvalid = new(
        "setup_link_invalid",
        "This set-up link is not valid, or a newer one has replaced it.");

    public static readonly Error OwnerExists = new(
        "owner_exists", "This installation has an owner already. Sign in instead.");

    /// <summary>The same for an unknown address, a wrong password and a lock: who guesses learns nothing.</summary>
    public static readonly Error SignInFailed = new(
        "sign_in_failed",
        "The e-mail address or the password is wrong. " +
        "After five wrong passwords an account is locked for five minutes.");

    public static Error Refused(IdentityError error) => new(
        error.Code,
        error.Description,
        error.Code.StartsWith("Password", StringComparison.Ordinal) ? "password" : "email");
}
