using System.Diagnostics;
using BatchDashboard.Tests.Support;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.EndToEnd;

/// <summary>The first command of the README, as a new user types it.</summary>
public sealed class DotnetRunTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Dotnet_run_reads_the_settings_at_the_top_level()
    {
        using var data = new ScratchDirectory();
        var log = new AppLog();
        using var run = AppProcess.Start(DotnetRun(data.Root), log);
        try
        {
            var address = await run.AddressAsync(Patience);

            Assert.Equal("127.0.0.1", address.Host);
            await Eventually.TrueAsync(
                () => log.Text.Contains($"Settings: {SolutionDirectory.PathOf("appsettings.json")}", StringComparison.Ordinal),
                TimeSpan.FromSeconds(10),
                () => $"the app names its settings file.\n{log.Text}");
            Assert.NotEmpty(Directory.EnumerateFileSystemEntries(data.Root));
        }
        finally
        {
            output.WriteLine(log.Text);
            await run.KillAsync(withChildren: true);
        }
    }

    private static ProcessStartInfo DotnetRun(string dataDirectory)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            "run", "--no-build", "--project", "BatchDashboard.Web", "--configuration", SolutionDirectory.Configuration,
            "--", "--urls", "http://127.0.0.1:0", "--Storage:DataDirectory", dataDirectory,
        ])
        {
            WorkingDirectory = SolutionDirectory.Root,
        };
        CleanEnvironment.Apply(start);
        return start;
    }
}
