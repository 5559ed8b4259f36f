using System.Net.Http.Json;

namespace BatchDashboard.Tests.Support;

/// <summary>Speaks to <c>/v1</c> and <c>/v2</c> as an outside program does.</summary>
public sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    public ApiClient(Uri address, string? key)
    {
        _http = new HttpClient { BaseAddress = address };
        if (key is not null)
            _http.DefaultRequestHeaders.TryAddWithoutValidation("authorization", key);
    }

    public Task<ApiReply> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    /// <summary>Posts a JSON body, or none at all.</summary>
    public Task<ApiReply> PostAsync(string path, object? body = null, string? idempotencyKey = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return SendAsync(request);
    }

    /// <summary>Posts a CSV file and the JSON that goes with it, as parts <c>file</c> and <c>request</c>.</summary>
    public Task<ApiReply> PostFileAsync(string path, string fileName, byte[] file, object request)
    {
        var form = new MultipartFormDataContent
        {
            { JsonContent.Create(request), "request" },
            { new ByteArrayContent(file), "file", fileName },
        };
        return SendAsync(new(HttpMethod.Post, path) { Content = form });
    }

    /// <summary>Sends anything else, such as a body that is no JSON.</summary>
    public async Task<ApiReply> SendAsync(HttpRequestMessage message)
    {
        using var request = message;
        using var response = await _http.SendAsync(request);
        return new ApiReply(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public void Dispose() => _http.Dispose();
}
