namespace BatchDashboard.Web.Shell;

/// <summary>Finds the folder with <c>appsettings.json</c>, from which relative paths count.</summary>
internal static class ContentRoot
{
    /// <summary>
    /// The working directory if the settings stand there, else the folder of the program, so that it starts the same
    /// from anywhere. A content root that was asked for wins.
    /// </summary>
    public static WebApplicationOptions Choose(string[] args)
    {
        var asked = new ConfigurationBuilder()
            .AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args)
            .Build()[HostDefaults.ContentRootKey];
        var settingsAreHere = File.Exists(Path.Combine(Environment.CurrentDirectory, "appsettings.json"));
        return new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = asked is null && !settingsAreHere ? AppContext.BaseDirectory : null,
            // Only what was published has its web files beside it; a build is served from its manifest.
            WebRootPath = Directory.Exists(PublishedWebRoot) ? PublishedWebRoot : null,
        };
    }

    private static string PublishedWebRoot => Path.Combine(AppContext.BaseDirectory, "wwwroot");
}
