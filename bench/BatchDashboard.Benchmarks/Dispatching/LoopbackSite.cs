using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BatchDashboard.Benchmarks.Dispatching;

/// <summary>Answers every request to call somebody after 20 ms, and counts them by number.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    private static readonly TimeSpan Thinking = TimeSpan.FromMilliseconds(20);

    private readonly WebApplication _site;
    private readonly ConcurrentDictionary<string, int> _calls = new();
    private readonly Lock _lock = new();
    private int _underWay;
    private int _atOnce;

    private LoopbackSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _site = builder.Build();
        _site.MapPost("/v1/calls", (Delegate)CallAsync);
    }

    public Uri Address => new(_site.Urls.Single());

    /// <summary>How often each number was called since it was last asked, and how many requests were under way at once.</summary>
    public (IReadOnlyDictionary<string, int> Calls, int AtOnce) TakeCalls()
    {
        var taken = (_calls.ToDictionary(), _atOnce);
        _calls.Clear();
        _atOnce = 0;
        return taken;
    }

    public static async Task<LoopbackSite> StartAsync()
    {
        var site = new LoopbackSite();
        await site._site.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task<IResult> CallAsync(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        var number = body.RootElement.GetProperty("phone_number").GetString()!;
        var times = _calls.AddOrUpdate(number, 1, (_, before) => before + 1);
        lock (_lock)
            _atOnce = Math.Max(_atOnce, ++_underWay);
        await Task.Delay(Thinking, TimeProvider.System);
        lock (_lock)
            _underWay--;
        return Results.Json(new { status = "success", call_id = string.Create(CultureInfo.InvariantCulture, $"{number}-{times}") });
    }
}
