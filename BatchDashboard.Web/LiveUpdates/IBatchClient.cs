namespace BatchDashboard.Web.LiveUpdates;

/// <summary>What the hub calls on its clients.</summary>
public interface IBatchClient
{
    /// <summary>At most four times a second and batch.</summary>
    Task BatchChanged(BatchUpdate update);
}
