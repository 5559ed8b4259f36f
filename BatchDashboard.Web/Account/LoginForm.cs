namespace BatchDashboard.Web.Account;

/// <summary>What the sign-in form sends.</summary>
public sealed class LoginForm
{
    public string? Email { get; set; }

    public string? Password { get; set; }

    public bool Remember { get; set; }
}
