namespace BatchDashboard.Web.Account;

/// <summary>The first owner and the first API key, for installations that nobody sets up by hand.</summary>
internal sealed class BootstrapOptions
{
    public const string SectionName = "Bootstrap";

    public string? OwnerEmail { get; set; }

    public string? OwnerPassword { get; set; }

    public string? ApiKey { get; set; }
}
