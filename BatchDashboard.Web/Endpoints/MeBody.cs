namespace BatchDashboard.Web.Endpoints;

/// <summary>The account behind a key.</summary>
internal sealed record MeBody(string Status, BillingBody Billing, int TotalCalls);
