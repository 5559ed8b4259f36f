using System.Globalization;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Webhooks;

/// <summary>An app that may post to this machine, and a receiver there.</summary>
public sealed class WebhookSite : IAsyncLifetime
{
    public const string Secret = "a secret of sixteen and more";

    private WebhookReceiver? _receiver;
    private RunningApp? _app;

    internal WebhookReceiver Receiver => _receiver!;

    internal ApiClient Api { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _receiver = await WebhookReceiver.StartAsync();
        _app = await RunningApp.StartAsync(new Dictionary<string, string>
        {
            ["Providers:Sandbox:Speed"] = "100",
            ["Dispatch:ChunkSize"] = "4",
            ["Webhooks:AllowedHosts"] = "127.0.0.1",
            ["Webhooks:SigningSecret"] = Secret,
        });
        Api = _app.CreateApiClient();
    }

    public async Task DisposeAsync()
    {
        Api.Dispose();
        await _app!.DisposeAsync();
        await _receiver!.DisposeAsync();
    }

    /// <summary>Waits until the batch has ended, whatever its receivers do.</summary>
    internal Task UntilEndedAsync(string batch) => _app!.UntilFinishedAsync(batch);

    internal static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss+00:00", CultureInfo.InvariantCulture);

    internal static Task UntilAsync(Func<bool> condition, string what) => UntilAsync(condition, () => what);

    internal static Task UntilAsync(Func<bool> condition, Func<string> what) =>
        Eventually.TrueAsync(condition, TimeSpan.FromSeconds(60), what);
}
