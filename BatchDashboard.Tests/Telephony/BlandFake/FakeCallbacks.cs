using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace BatchDashboard.Tests.Telephony.BlandFake;

/// <summary>Posts what became of calls to whoever asked for it; nobody there, and it is lost.</summary>
internal sealed class FakeCallbacks(FakeBlandOptions options) : IDisposable
{
    private readonly ConcurrentDictionary<FakeCall, ITimer> _timers = new();
    private readonly HttpClient _http = new();
    private (string From, Uri To)? _route;

    /// <summary>How many were answered, by status.</summary>
    public ConcurrentDictionary<int, int> Answers { get; } = new();

    /// <summary>What signs these bytes.</summary>
    public static string Sign(ReadOnlySpan<byte> body, string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    public void Route(string publicUrl, Uri address) => _route = (publicUrl, address);

    /// <summary>Sends its end in time, unless it is hung up before.</summary>
    public void Schedule(FakeCall call)
    {
        if (call.Webhook is null || options.Callbacks == 0)
            return;
        _timers[call] = options.Time.CreateTimer(
            _ => _ = SendAllAsync(call), null, call.EndsAt - options.Time.GetUtcNow(), Timeout.InfiniteTimeSpan);
    }

    public void HurryUp(FakeCall call)
    {
        if (_timers.TryGetValue(call, out var timer))
            timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        foreach (var timer in _timers.Values)
            timer.Dispose();
        _http.Dispose();
    }

    private async Task SendAllAsync(FakeCall call)
    {
        for (var copy = 0; copy < options.Callbacks; copy++)
            await SendAsync(TargetOf(call), call.Details(call.EndsAt));
        if (options.ReordersCallbacks)
            await SendAsync(TargetOf(call), call.Details(call.EndsAt - call.Length / 3));
    }

    private Uri TargetOf(FakeCall call) =>
        _route is { } route && call.Webhook!.StartsWith(route.From, StringComparison.Ordinal)
            ? new Uri(route.To, call.Webhook[route.From.Length..])
            : new Uri(call.Webhook!);

    private async Task SendAsync(Uri address, JsonObject body)
    {
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.Add("X-Webhook-Signature", Sign(bytes, options.WebhookSecret));
        try
        {
            using var answer = await _http.PostAsync(address, content);
            Answers.AddOrUpdate((int)answer.StatusCode, 1, (_, count) => count + 1);
        }
        catch (Exception lost) when (lost is HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            Answers.AddOrUpdate(0, 1, (_, count) => count + 1);
        }
    }
}
