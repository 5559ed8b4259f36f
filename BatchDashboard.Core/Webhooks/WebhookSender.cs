using System.Collections.Concurrent;
using System.Text;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.Webhooks.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BatchDashboard.Core.Webhooks;

/// <summary>
/// Sends the messages of the outbox beside the work, which never waits for a receiver: the phases of a batch one after the
/// other, many batches side by side, and calls apart from both, so that a million of them hold up no phase.
/// </summary>
internal sealed partial class WebhookSender(
    Database database,
    WebhookClient client,
    WebhookSigner signer,
    ICallWebhookBodies bodies,
    WorkSignal work,
    TimeProvider time,
    ILogger<WebhookSender> logger) : BackgroundService
{
    /// <summary>So soon a message is noticed whose cause woke nobody.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Messages on their way at once, of each kind.</summary>
    private const int MostAtOnce = 64;

    /// <summary>Of them to one host: one that is slow or away leaves room for the others.</summary>
    private const int MostToHost = 8;

    private readonly ConcurrentDictionary<long, (WebhookKind Kind, string Host)> _underWay = new();
    private readonly ConcurrentDictionary<Task, byte> _sending = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await signer.LoadAsync(stoppingToken);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var pulse = work.Next;
                await LookAsync(stoppingToken);
                await Task.Delay(ShortestPause, time, stoppingToken);
                await work.WaitAsync(pulse, Interval, stoppingToken);
            }
        }
        finally
        {
            await Task.WhenAll(_sending.Keys);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await database.ReadAsync(cancellationToken);
            // Those under way are among them.
            foreach (var message in context.DueStatusWebhooks(time.GetUtcNow()))
                Begin(message, cancellationToken);
            foreach (var message in context.DueCallWebhooks(2 * MostToHost, time.GetUtcNow()))
                Begin(message, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever it is, the next look may go well, and nobody else sends anything.
            Log.LookFailed(logger, exception);
        }
    }

    private void Begin(DueWebhook message, CancellationToken cancellationToken)
    {
        var like = _underWay.Values.Where(other => other.Kind == message.Kind).ToList();
        if (_underWay.ContainsKey(message.Number) || like.Count >= MostAtOnce || like.Count(other => other.Host == message.Host) >= MostToHost)
            return;
        _underWay[message.Number] = (message.Kind, message.Host);
        var sending = Task.Run(() => SendAsync(message, cancellationToken), CancellationToken.None);
        _sending.TryAdd(sending, 0);
        _ = sending.ContinueWith(
            done =>
            {
                _sending.TryRemove(done, out _);
                _underWay.TryRemove(message.Number, out _);
                work.Pulse();
            },
            TaskScheduler.Default);
    }

    private async Task SendAsync(DueWebhook message, CancellationToken cancellationToken)
    {
        try
        {
            if ((message.Body ?? await WriteBodyAsync(message, cancellationToken)) is not { } body)
                return;
            var (at, started) = (time.GetUtcNow(), time.GetTimestamp());
            var bytes = Encoding.UTF8.GetBytes(body);
            var answer = await client.PostAsync(
                new Uri(message.Url), bytes, signer.Sign(IdOf(message), at, bytes), cancellationToken);
            await SettleAsync(message, answer, at, time.GetElapsedTime(started));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The next process sends it.
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // One message must not keep the others from being sent.
            Log.NotStored(logger, message.Number, exception);
        }
    }

    internal static string IdOf(DueWebhook message) => $"msg_{message.Id:N}";

    private async Task<string?> WriteBodyAsync(DueWebhook message, CancellationToken cancellationToken)
    {
        var body = await bodies.WriteAsync(message.Call!.Value, cancellationToken);
        await database.WriteAsync(
            WritePriority.Interactive,
            context =>
            {
                if (body is not null)
                    context.KeepBody(message.Number, body);
                else
                    context.Settled(message, new WebhookAnswer(null, "call_gone"), time.GetUtcNow(), TimeSpan.Zero, next: null);
                return Task.CompletedTask;
            },
            cancellationToken);
        return body;
    }

    // What was sent is stored even while the application stops.
    private Task SettleAsync(DueWebhook message, WebhookAnswer answer, DateTimeOffset at, TimeSpan took) => database.WriteAsync(
        WritePriority.Interactive,
        context =>
        {
            var wait = answer.IsDelivered || answer.IsGone
                ? null
                : RetrySchedule.WaitAfter(message.Tries + 1, answer.RetryAfter, Random.Shared.NextDouble());
            context.Settled(message, answer, at, took, time.GetUtcNow() + wait);
            return Task.CompletedTask;
        },
        CancellationToken.None);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The outbox of webhooks could not be read; it is looked at again in a moment.")]
        public static partial void LookFailed(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Error, "What became of webhook message {Number} could not be stored; it is sent again.")]
        public static partial void NotStored(ILogger logger, long number, Exception exception);
    }
}
