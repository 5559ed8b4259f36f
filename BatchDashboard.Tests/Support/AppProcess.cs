using System.Diagnostics;
using System.Text.RegularExpressions;

namespace BatchDashboard.Tests.Support;

/// <summary>One process of an app whose console is read for its address and kept for the test's report.</summary>
internal sealed partial class AppProcess : IDisposable
{
    private readonly Process _process;
    private readonly AppLog _log;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AppProcess(Process process, AppLog log) => (_process, _log) = (process, log);

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    public static AppProcess Start(ProcessStartInfo start, AppLog log)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = true;
        var app = new AppProcess(new Process { StartInfo = start }, log);
        app._process.OutputDataReceived += (_, line) => app.Read(line.Data);
        app._process.ErrorDataReceived += (_, line) => app.Read(line.Data);
        app._process.Start();
        AppDomain.CurrentDomain.ProcessExit += app.DieWithTheTests;
        app._process.BeginOutputReadLine();
        app._process.BeginErrorReadLine();
        return app;
    }

    /// <summary>The address that the app says it listens on.</summary>
    public async Task<Uri> AddressAsync(TimeSpan timeout)
    {
        await Task.WhenAny(_address.Task, _process.WaitForExitAsync()).WaitAsync(timeout);
        return _address.Task.IsCompleted
            ? await _address.Task
            : throw new InvalidOperationException($"The app ended with {ExitCode} before it listened.\n{_log.Text}");
    }

    /// <summary>Waits until it ends by itself, and returns its exit code; one that does not is killed.</summary>
    public async Task<int> EndAsync(TimeSpan timeout)
    {
        using var patience = new CancellationTokenSource(timeout);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
        }

        return ExitCode;
    }

    /// <summary>SIGKILL: the process gets no chance to tidy up. Children stay unless asked for.</summary>
    public async Task KillAsync(bool withChildren = false)
    {
        _process.Kill(withChildren);
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as Ctrl+C or a service manager stops it; false when it is still there after the time.</summary>
    public async Task<bool> StopAsync(TimeSpan timeout)
    {
        using var signal = Process.Start("sh", ["-c", $"kill -TERM {_process.Id}"]);
        await signal.WaitForExitAsync();
        using var patience = new CancellationTokenSource(timeout);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= DieWithTheTests;
        _process.Dispose();
    }

    [GeneratedRegex(@"\blistening on:?\s+(?<address>http://\S+)", RegexOptions.IgnoreCase)]
    private static partial Regex ListeningLine();

    private void Read(string? line)
    {
        if (line is null)
            return;
        _log.Add(line);
        if (ListeningLine().Match(line) is { Success: true } match)
            _address.TrySetResult(new Uri(match.Groups["address"].Value.TrimEnd('.')));
    }

    private void DieWithTheTests(object? sender, EventArgs e) => _process.Kill(entireProcessTree: true);
}
