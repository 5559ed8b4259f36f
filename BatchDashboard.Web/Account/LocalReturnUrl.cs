namespace BatchDashboard.Web.Account;

/// <summary>Where to go after signing in: only ever to a page of this site.</summary>
internal static class LocalReturnUrl
{
    public const string Home = "/batches";

    public static string Of(string? returnUrl) => IsLocal(returnUrl) ? returnUrl! : Home;

    // Browsers read "//host" and "/\host" as another site, and skip control characters on the way.
    private static bool IsLocal(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl);
}
