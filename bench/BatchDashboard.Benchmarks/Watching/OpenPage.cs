using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BatchDashboard.Tests.Support;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BatchDashboard.Benchmarks.Watching;

/// <summary>A page that is open in a browser, without the browser: takes every change that its circuit sends, and says so.</summary>
internal sealed partial class OpenPage : IAsyncDisposable
{
    private const int JavaScriptObject = 1;

    private readonly HubConnection _circuit;
    private readonly TaskCompletionSource _drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _bytes;
    private int _changes;
    private int _objects;

    private OpenPage(HubConnection circuit) => _circuit = circuit;

    /// <summary>Called with the texts of each change.</summary>
    public Action<IEnumerable<string>>? Changed { get; set; }

    /// <summary>The size of the page as it is first sent.</summary>
    public int FirstBytes { get; private set; }

    /// <summary>How much its circuit has sent since it was last asked, and in how many changes.</summary>
    public (long Bytes, int Changes) TakeTraffic() => (Interlocked.Exchange(ref _bytes, 0), Interlocked.Exchange(ref _changes, 0));

    public static async Task<OpenPage> OpenAsync(Uri site, Visitor visitor, string path)
    {
        using var reply = await visitor.GetAsync(path);
        reply.EnsureSuccessStatusCode();
        var html = await reply.Content.ReadAsStringAsync();
        var address = new Uri(site, path).ToString();
        var builder = new HubConnectionBuilder().WithUrl(new Uri(site, "/_blazor"), options => options.Cookies = visitor.Cookies);
        builder.Services.RemoveAll<IHubProtocol>();
        builder.Services.AddSingleton<IHubProtocol, BlazorPack>();
        var page = new OpenPage(builder.Build()) { FirstBytes = html.Length };
        await page.StartAsync(site.ToString(), address, html);
        return page;
    }

    public ValueTask DisposeAsync() => _circuit.DisposeAsync();

    private async Task StartAsync(string site, string address, string html)
    {
        _circuit.On<long, byte[]>("JS.RenderBatch", TakeAsync);
        _circuit.On<long, string, string, int, long, int>("JS.BeginInvokeJS", AnswerAsync);
        _circuit.On<string>("JS.Error", error => _drawn.TrySetException(new InvalidOperationException(error)));
        _circuit.On<long>("JS.EndUpdateRootComponents", _ => _drawn.TrySetResult());
        _circuit.Closed += error =>
        {
            _drawn.TrySetException(error ?? new InvalidOperationException("The circuit was closed."));
            return Task.CompletedTask;
        };
        await _circuit.StartAsync();
        var state = StateComment().Match(html).Groups["state"].Value;
        if (await _circuit.InvokeAsync<string?>("StartCircuit", site, address, "[]", state) is null)
            throw new InvalidOperationException($"No circuit was given for {address}.");
        var operations = new JsonArray([.. ComponentComment().Matches(html)
            .Select(comment => JsonNode.Parse(comment.Groups["marker"].Value)!)
            .Where(marker => marker["descriptor"] is not null)
            .Select((marker, index) => new JsonObject { ["type"] = "add", ["ssrComponentId"] = index + 1, ["marker"] = marker })]);
        await _circuit.SendAsync("UpdateRootComponents", new JsonObject { ["batchId"] = 1, ["operations"] = operations }.ToJsonString(), state);
        await _drawn.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private async Task TakeAsync(long number, byte[] change)
    {
        Interlocked.Add(ref _bytes, change.Length);
        Interlocked.Increment(ref _changes);
        await _circuit.SendAsync("OnRenderCompleted", number, (string?)null);
        Changed?.Invoke(RenderBatch.TextsOf(change));
    }

    // Scripts find nothing to do here: a module is an object, and whatever else is asked of them is done.
    private Task AnswerAsync(long call, string name, string arguments, int result, long target, int kind)
    {
        if (call == 0)
            return Task.CompletedTask;
        JsonNode? answer = result == JavaScriptObject ? new JsonObject { ["__jsObjectId"] = Interlocked.Increment(ref _objects) } : null;
        var reply = new JsonArray(call, true, answer);
        return _circuit.SendAsync("EndInvokeJSFromDotNet", call, true, reply.ToJsonString(JsonSerializerOptions.Default));
    }

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>[^>]*)-->")]
    private static partial Regex StateComment();

    [GeneratedRegex("<!--Blazor:(?<marker>.*?)-->")]
    private static partial Regex ComponentComment();
}
