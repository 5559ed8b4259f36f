namespace BatchDashboard.Web.Shell;

/// <summary>Says where the application listens and which settings it read.</summary>
internal sealed class ListeningAnnouncement(SiteAddress address, IHostEnvironment environment) : IAnnouncement
{
    public IEnumerable<string> Lines
    {
        get
        {
            var settings = Path.Combine(environment.ContentRootPath, "appsettings.json");
            yield return File.Exists(settings)
                ? $"Settings: {settings}"
                : $"Warning: no appsettings.json in {environment.ContentRootPath}, so the defaults apply.";
            yield return $"BatchDashboard is listening on {address.Local}";
        }
    }
}
