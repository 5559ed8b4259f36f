namespace BatchDashboard.Web.Account;

/// <summary>Who may call an endpoint; one that names none is open to signed-in people only.</summary>
internal static class Policies
{
    /// <summary>Programs with a key: <c>/v1</c> and <c>/v2</c>. Never a cookie, so no page can forge a call.</summary>
    public const string ApiKeyOnly = "api_key_only";

    /// <summary>People with a cookie: pages and uploads.</summary>
    public const string SignedIn = "signed_in";

    /// <summary>Either: the hub.</summary>
    public const string SignedInOrApiKey = "signed_in_or_api_key";
}
