using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BatchDashboard.Tests.Support;

/// <summary>The real web app in a process of its own, on a port and a data directory of its own.</summary>
public sealed partial class RunningApp : IAsyncDisposable
{
    public const string OwnerEmail = "owner@example.test";
    public const string OwnerPassword = "Seven-purple-lanterns-7";
    public const string ApiKey = "bd_test_0123456789abcdef0123456789abcdef";

    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(45);

    private readonly ScratchDirectory _data = new();
    private readonly Dictionary<string, string> _settings;
    private AppProcess? _process;

    private RunningApp(Dictionary<string, string> settings) => _settings = settings;

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    public string DataDirectory => _data.Root;

    public int ProcessId => Running().Id;

    public AppLog Log { get; } = new();

    /// <summary>What the sandbox provider was asked to dial, also while the app is down.</summary>
    public Ledger Ledger => new(_data.PathOf("sandbox", "ledger.ndjson"));

    /// <summary>Starts the app and waits until it is ready.</summary>
    /// <param name="settings">Beyond those of appsettings.json, with colons: <c>Dispatch:ChunkSize</c>.</param>
    /// <param name="withOwner">Makes the owner and the API key; without, the app asks to be set up.</param>
    public static async Task<RunningApp> StartAsync(
        IReadOnlyDictionary<string, string>? settings = null, bool withOwner = true)
    {
        var all = new Dictionary<string, string>(settings ?? new Dictionary<string, string>());
        // One key makes the requests of many tests.
        all.TryAdd("Api:RequestsPerSecond", "0");
        if (withOwner)
        {
            all.TryAdd("Bootstrap:OwnerEmail", OwnerEmail);
            all.TryAdd("Bootstrap:OwnerPassword", OwnerPassword);
            all.TryAdd("Bootstrap:ApiKey", ApiKey);
        }

        var app = new RunningApp(all);
        try
        {
            await app.LaunchAsync("http://127.0.0.1:0");
            return app;
        }
        catch
        {
            await app.AbandonAsync();
            throw;
        }
    }

    /// <summary>Runs an app that its settings do not let start, to its end.</summary>
    public static async Task<(int ExitCode, AppLog Log)> RunToEndAsync(Dictionary<string, string> settings)
    {
        var app = new RunningApp(settings);
        try
        {
            using var process = AppProcess.Start(app.StartInfo("http://127.0.0.1:0"), app.Log);
            return (await process.EndAsync(StartPatience), app.Log);
        }
        finally
        {
            await app.AbandonAsync();
        }
    }

    /// <summary>The one-time link that an app without an owner prints.</summary>
    public async Task<Uri> SetupLinkAsync()
    {
        await Eventually.TrueAsync(
            () => SetupLink().IsMatch(Log.Text), TimeSpan.FromSeconds(10), () => $"the set-up link is printed.\n{Log.Text}");
        return new Uri(SetupLink().Match(Log.Text).Value);
    }

    /// <summary>A browser without a screen: keeps cookies, follows no redirects.</summary>
    public Visitor NewVisitor() => new(Address);

    /// <summary>A client for the API; without a key it is a stranger.</summary>
    public ApiClient CreateApiClient(string? key = ApiKey) => new(Address, key);

    /// <summary>Waits until a batch is finished.</summary>
    /// <returns>What the API says of it then.</returns>
    public async Task<JsonElement> UntilFinishedAsync(string batch)
    {
        using var api = CreateApiClient();
        var data = default(JsonElement);
        await Eventually.TrueAsync(
            async () =>
            {
                data = (await api.GetAsync($"/v2/batches/{batch}")).Data;
                return data.GetProperty("finished_at").ValueKind != JsonValueKind.Null;
            },
            TimeSpan.FromSeconds(120),
            () => $"the batch is finished.\n{Log.Text}");
        return data;
    }

    /// <summary>kill -9: what is not on the disk is lost.</summary>
    public async Task KillAsync()
    {
        await Running().KillAsync();
        Forget("killed");
    }

    /// <summary>Asks it to stop, as Ctrl+C does, and waits until it has.</summary>
    public async Task StopAsync()
    {
        if (!await Running().StopAsync(StopPatience))
        {
            await Running().KillAsync();
            Log.Add($"fail: The app did not stop within {StopPatience.TotalSeconds} s of being asked.");
        }
        else if (Running().ExitCode != 0)
        {
            Log.Add($"fail: The app stopped with exit code {Running().ExitCode}.");
        }

        Forget("stopped");
    }

    /// <summary>Starts it again on the same data, after a kill or a stop.</summary>
    public Task RestartAsync(bool samePort = true) =>
        LaunchAsync(samePort ? Address.GetLeftPart(UriPartial.Authority) : "http://127.0.0.1:0");

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: true })
            Log.Add($"fail: The app ended by itself with exit code {_process.ExitCode}.");
        else if (_process is not null)
            await StopAsync();
        await AbandonAsync();

        var problems = Log.Problems();
        Assert.True(problems.Count == 0, $"The app logged errors:\n{string.Join('\n', problems)}");
    }

    [GeneratedRegex(@"http\S+/setup\?token=\S+")]
    private static partial Regex SetupLink();

    private async Task LaunchAsync(string urls)
    {
        if (_process is not null)
            throw new InvalidOperationException("The app is running already; kill or stop it first.");
        _process = AppProcess.Start(StartInfo(urls), Log);
        Address = await _process.AddressAsync(StartPatience);
        using var http = new HttpClient { BaseAddress = Address };
        await Eventually.TrueAsync(() => IsReadyAsync(http), StartPatience, () => $"the app is ready.\n{Log.Text}");
    }

    private async Task<bool> IsReadyAsync(HttpClient http)
    {
        if (Running().HasExited)
            Assert.Fail($"The app ended with {Running().ExitCode} before it was ready.\n{Log.Text}");
        using var response = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return response.IsSuccessStatusCode;
    }

    private ProcessStartInfo StartInfo(string urls)
    {
        var start = new ProcessStartInfo("dotnet", [SolutionDirectory.WebAssemblyFile])
        {
            // As dotnet run has it: the top-level appsettings.json is the one that counts.
            WorkingDirectory = SolutionDirectory.Root,
        };
        CleanEnvironment.Apply(start);
        start.Environment["Urls"] = urls;
        start.Environment["Storage__DataDirectory"] = DataDirectory;
        foreach (var (key, value) in _settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return start;
    }

    private AppProcess Running() => _process ?? throw new InvalidOperationException("The app is not running.");

    private void Forget(string how)
    {
        Log.Add($"---- {how} ----");
        _process?.Dispose();
        _process = null;
    }

    private async Task AbandonAsync()
    {
        if (_process is { HasExited: false })
            await _process.KillAsync();
        _process?.Dispose();
        _process = null;
        _data.Dispose();
    }
}
