namespace BatchDashboard.Web.Batches;

/// <summary>The views of a batch's page.</summary>
public enum BatchTab
{
    Overview,
    Calls,
    Skipped,
    Settings,
    Activity,
}
