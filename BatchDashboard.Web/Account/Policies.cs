namespace BatchDashboard.Web.Account;

/// <summary>Who may call an endpoint; one that names none is open to signed-in people only.</summary>
internal static class Policies
{
    /// <summary>Programs with a key: <c>/v1</c> and <c>/v2</c>. Never a cookie, so no page can forge a call.</summary>
    public const string ApiKeyOnly = "api_key_only";

    /// <summary>Programs whose key may read; beside <see cref="ApiKeyOnly"/> on the endpoint, as the next two.</summary>
    public const string Read = "api_read";

    /// <summary>Programs whose key may make batches and calls.</summary>
    public const string Launch = "api_launch";

    /// <summary>Programs whose key may stop, pause, resume and decide.</summary>
    public const string Manage = "api_manage";

    /// <summary>People with a cookie: pages and uploads.</summary>
    public const string SignedIn = "signed_in";

    /// <summary>The owner with a cookie: settings.</summary>
    public const string Owner = "owner";

    /// <summary>People with a cookie, and programs whose key may read: the hub.</summary>
    public const string SignedInOrApiKey = "signed_in_or_api_key";
}
