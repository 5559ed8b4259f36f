namespace BatchDashboard.Web.Shell;

/// <summary>Lines that are printed for the operator once the application listens.</summary>
internal interface IAnnouncement
{
    IEnumerable<string> Lines { get; }
}
