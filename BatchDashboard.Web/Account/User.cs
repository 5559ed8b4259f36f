using Microsoft.AspNetCore.Identity;

namespace BatchDashboard.Web.Account;

/// <summary>A person who signs in with an e-mail address and a password.</summary>
public sealed class User : IdentityUser<Guid>
{
    // For EF Core.
    private User()
    {
    }

    public string DisplayName { get; private set; } = "";

    public Role Role { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public static User Register(string email, string? displayName, Role role, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserName = email.Trim(),
        Email = email.Trim(),
        DisplayName = string.IsNullOrWhiteSpace(displayName) ? email.Trim().Split('@')[0] : displayName.Trim(),
        Role = role,
        CreatedAt = now,
        // Nobody sends mail here: whoever holds the set-up link or the configuration is believed.
        EmailConfirmed = true,
        SecurityStamp = Guid.NewGuid().ToString("N"),
        LockoutEnabled = true,
    };
}
