namespace BatchDashboard.Web.Batches;

/// <summary>The tabs of the list of batches.</summary>
public enum BatchView
{
    All,
    Active,
    Finished,
}
