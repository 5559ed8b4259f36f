namespace BatchDashboard.Web.Jobs;

/// <summary>Each queue has a server of its own, so that long slices never keep the rest waiting.</summary>
internal static class JobQueues
{
    public const string Control = "control";
    public const string Dispatch = "dispatch";
}
