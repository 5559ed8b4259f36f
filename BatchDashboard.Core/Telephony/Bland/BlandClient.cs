using System.Net;

namespace BatchDashboard.Core.Telephony.Bland;

/// <summary>Speaks HTTP with the provider: reads may be tried again, everything else is sent once.</summary>
internal sealed class BlandClient(IHttpClientFactory clients, TimeProvider time)
{
    /// <summary>Sends once.</summary>
    public const string Once = "bland";

    /// <summary>Tries again a few times when the network or the provider fails.</summary>
    public const string Reads = "bland-reads";

    /// <summary>Of a request with its answer and all its repetitions; an answer that never ends would hold up whoever waits for it.</summary>
    private static readonly TimeSpan LongestExchange = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    /// <summary>Posts once, without any retry.</summary>
    public Task<BlandReply> PostAsync(string path, string key, OnceContent body, CancellationToken cancellationToken) =>
        SendAsync(Once, new(HttpMethod.Post, path) { Content = body }, key, cancellationToken);

    /// <exception cref="ProviderUnavailableException">There is no answer.</exception>
    public async Task<BlandReply> GetAsync(string path, string key, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(Reads, new(HttpMethod.Get, path), key, cancellationToken);
        }
        catch (Exception failure) when (IsNetwork(failure) && !cancellationToken.IsCancellationRequested)
        {
            throw Unavailable(failure);
        }
    }

    /// <summary>What a network or the far side can do to a request.</summary>
    public static bool IsNetwork(Exception failure) =>
        failure is HttpRequestException or IOException or OperationCanceledException or Polly.ExecutionRejectedException;

    /// <summary>Names no path, because paths may hold numbers.</summary>
    public static ProviderUnavailableException Unavailable(Exception failure) =>
        new($"The provider gave no answer ({ReasonOf(failure)}).", failure);

    /// <summary>Without its words, which may hold numbers and end up in the log.</summary>
    public static ProviderUnavailableException Unavailable(BlandReply reply) => new($"The provider answered {(int)reply.Status}.");

    /// <summary>A word for codes and people, such as <c>name_resolution_error</c>.</summary>
    public static string ReasonOf(Exception failure) => failure switch
    {
        HttpRequestException { HttpRequestError: not (HttpRequestError.Unknown or HttpRequestError.ResponseEnded) } known => WireName.Of(known.HttpRequestError),
        OperationCanceledException or Polly.Timeout.TimeoutRejectedException => "timeout",
        _ => "connection_lost",
    };

    private async Task<BlandReply> SendAsync(
        string client, HttpRequestMessage message, string key, CancellationToken cancellationToken)
    {
        using var request = message;
        request.Version = HttpVersion.Version11;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        request.Headers.TryAddWithoutValidation("authorization", key);
        using var limit = new CancellationTokenSource(LongestExchange, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var http = clients.CreateClient(client);
        using var response = await http.SendAsync(request, either.Token);
        var body = await response.Content.ReadAsByteArrayAsync(either.Token);
        return new BlandReply(response.StatusCode, body, RetryAfter(response));
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - time.GetUtcNow();
        return wait is null || wait <= TimeSpan.Zero ? null : wait < LongestRetryAfter ? wait : LongestRetryAfter;
    }
}
