namespace BatchDashboard.Web.Shell;

/// <summary>Prints every announcement, one plain line each, in the order of their registration.</summary>
internal sealed class StartupAnnouncer(IEnumerable<IAnnouncement> announcements, IHostApplicationLifetime lifetime)
    : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Print);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Print()
    {
        foreach (var line in announcements.SelectMany(announcement => announcement.Lines))
            Console.WriteLine(line);
    }
}
