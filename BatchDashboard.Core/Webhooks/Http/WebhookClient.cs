using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BatchDashboard.Core.Webhooks.Http;

/// <summary>Posts one message to a webhook and tells what came back; it never throws for what a network or a receiver does.</summary>
internal sealed class WebhookClient(IHttpClientFactory clients, TimeProvider time)
{
    public const string Name = "webhooks";

    /// <summary>Of one try, with the connection and the beginning of the answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<WebhookAnswer> PostAsync(
        Uri url, byte[] body, IEnumerable<(string Name, string Value)> headers, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new("application/json");
            foreach (var (name, value) in headers)
                request.Headers.Add(name, value);
            using var http = clients.CreateClient(Name);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return new WebhookAnswer(
                (int)response.StatusCode, Text: await BeginningAsync(response, either.Token), RetryAfter: RetryAfter(response));
        }
        catch (Exception failure) when (IsNetwork(failure) && !cancellationToken.IsCancellationRequested)
        {
            return new WebhookAnswer(null, ReasonOf(failure));
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
            ? response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - time.GetUtcNow()
            : null;

    /// <summary>The answer counts as soon as its status is known; what its end does is nobody's concern.</summary>
    private static async Task<string> BeginningAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = new byte[WebhookTry.LongestAnswer];
        var length = 0;
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        }
        catch (Exception failure) when (IsNetwork(failure))
        {
            // Its status is what counts.
        }

        return Encoding.UTF8.GetString(bytes, 0, length).Replace('\0', '\uFFFD');
    }

    private static bool IsNetwork(Exception failure) => failure is HttpRequestException or IOException or OperationCanceledException;

    private static string ReasonOf(Exception failure) => failure switch
    {
        OperationCanceledException => "timeout",
        { InnerException: RefusedAddressException } or RefusedAddressException => "address_refused",
        { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } => "name_resolution_error",
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } known => WireName.Of(known.HttpRequestError),
        _ => "connection_lost",
    };
}
