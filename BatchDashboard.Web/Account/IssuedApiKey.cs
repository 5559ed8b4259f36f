namespace BatchDashboard.Web.Account;

/// <summary>A key that was just made, with its secret, which can be shown this once.</summary>
public sealed record IssuedApiKey(ApiKey Key, string Secret);
