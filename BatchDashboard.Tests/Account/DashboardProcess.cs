using System.Diagnostics;
using System.Text.RegularExpressions;

namespace BatchDashboard.Tests.Account;

/// <summary>The real program in a process of its own, on a free port and an empty data directory.</summary>
public sealed partial class DashboardProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly string _folder = Directory.CreateTempSubdirectory("bd-account-").FullName;

    private DashboardProcess(string[] settings)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet")
            {
                ArgumentList = { typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0" },
                WorkingDirectory = _folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        string[] all = [$"Storage:DataDirectory={Path.Combine(_folder, "data")}", .. settings];
        foreach (var setting in all)
            _process.StartInfo.ArgumentList.Add($"--{setting}");
        _process.Start();
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>The one-time link, when the program printed one.</summary>
    public Uri? SetupLink { get; private set; }

    /// <summary>Starts the program and waits until it listens.</summary>
    public static async Task<DashboardProcess> StartAsync(params string[] settings)
    {
        var dashboard = new DashboardProcess(settings);
        using var patience = new CancellationTokenSource(Patience);
        while (await dashboard._process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (ListeningLine().Match(line) is { Success: true } listening)
                dashboard.Address = new Uri(listening.Groups["url"].Value);
            if (SetupLine().Match(line) is { Success: true } setup)
                dashboard.SetupLink = new Uri(setup.Groups["url"].Value);
            if (line.Contains("Content root path", StringComparison.Ordinal))
                return dashboard;
        }

        var error = await dashboard._process.StandardError.ReadToEndAsync(patience.Token);
        throw new InvalidOperationException($"The program ended before it listened: {error}");
    }

    /// <summary>Runs the program to its end and returns its exit code and what it wrote to the error stream.</summary>
    public static async Task<(int ExitCode, string Error)> RunToEndAsync(params string[] settings)
    {
        await using var dashboard = new DashboardProcess(settings);
        using var patience = new CancellationTokenSource(Patience);
        var error = await dashboard._process.StandardError.ReadToEndAsync(patience.Token);
        await dashboard._process.WaitForExitAsync(patience.Token);
        return (dashboard._process.ExitCode, error);
    }

    /// <summary>A browser without a screen: keeps cookies, follows no redirects.</summary>
    public Visitor NewVisitor() => new(Address);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [GeneratedRegex("^BatchDashboard is listening on (?<url>http://\\S+)$")]
    private static partial Regex ListeningLine();

    [GeneratedRegex("(?<url>http://\\S+/setup\\?token=\\S+)")]
    private static partial Regex SetupLine();
}
