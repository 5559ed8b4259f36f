using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BatchDashboard.Tests.Webhooks;

/// <summary>Somebody's server that webhooks are posted to; it takes everything unless it is told to answer otherwise.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _site;
    private readonly ConcurrentQueue<ReceivedWebhook> _received = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<WebhookReply>> _replies = new();

    private WebhookReceiver(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        _site = builder.Build();
        _site.Run(AnswerAsync);
    }

    public int Port => new Uri(_site.Urls.Single()).Port;

    /// <summary>In the order of their arrival.</summary>
    public IReadOnlyList<ReceivedWebhook> Received => [.. _received];

    public static async Task<WebhookReceiver> StartAsync(int port = 0)
    {
        var receiver = new WebhookReceiver(port);
        await receiver._site.StartAsync();
        return receiver;
    }

    public string UrlOf(string path) => $"{_site.Urls.Single()}{path}";

    /// <summary>What the next requests to the path are answered; after them all are taken.</summary>
    public void Plan(string path, params WebhookReply[] replies)
    {
        var planned = _replies.GetOrAdd(path, _ => new());
        foreach (var reply in replies)
            planned.Enqueue(reply);
    }

    public IReadOnlyList<ReceivedWebhook> At(string path) => [.. _received.Where(received => received.Path == path)];

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var path = context.Request.Path.ToString();
        var reply = _replies.TryGetValue(path, out var planned) && planned.TryDequeue(out var next) ? next : new WebhookReply(200, "thank you");
        _received.Enqueue(new ReceivedWebhook(
            path,
            body.ToArray(),
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            reply.Status));
        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers ?? [])
            context.Response.Headers[name] = value;
        if (reply.Until is { } until)
            await until.WaitAsync(context.RequestAborted);
        await context.Response.WriteAsync(reply.Text);
    }
}
