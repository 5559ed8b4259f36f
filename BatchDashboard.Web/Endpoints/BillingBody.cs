namespace BatchDashboard.Web.Endpoints;

/// <summary>For the programs that expect it: nothing is billed here, providers bill their calls themselves.</summary>
internal sealed record BillingBody(decimal CurrentBalance, decimal? RefillTo);
