namespace BatchDashboard.Web.Account;

/// <summary>What the set-up form sends.</summary>
public sealed class SetupForm
{
    public string? Token { get; set; }

    public string? DisplayName { get; set; }

    public string? Email { get; set; }

    public string? Password { get; set; }
}
