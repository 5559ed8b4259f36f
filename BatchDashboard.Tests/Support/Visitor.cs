using System.Net;
using AngleSharp.Html.Parser;

namespace BatchDashboard.Tests.Support;

/// <summary>A browser without a screen: keeps cookies, sends hidden fields along, follows no redirects.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient _client;

    public Visitor(Uri address) => _client = new HttpClient(
        new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies })
    {
        BaseAddress = address,
    };

    public CookieContainer Cookies { get; } = new();

    public Task<HttpResponseMessage> GetAsync(string address) =>
        _client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));

    public async Task<HttpResponseMessage> GetWithKeyAsync(string address, string authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("authorization", authorization);
        return await _client.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        _client.PostAsync(address, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public Task<HttpResponseMessage> PostAsync(string address, HttpContent content) => _client.PostAsync(address, content);

    /// <summary>Opens a page and sends its form with these fields filled in.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string address, params (string Name, string Value)[] fields)
    {
        var page = new HtmlParser().ParseDocument(await (await GetAsync(address)).Content.ReadAsStringAsync());
        var hidden = page.QuerySelectorAll("form input[type=hidden]")
            .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        return await PostAsync(address, [.. hidden, .. fields]);
    }

    public Task<HttpResponseMessage> SignInAsync() => SignInAsync(RunningApp.OwnerEmail, RunningApp.OwnerPassword);

    public Task<HttpResponseMessage> SignInAsync(string email, string password, string address = "/login") =>
        SubmitAsync(address, ("Form.Email", email), ("Form.Password", password));

    /// <summary>Where a reply leads, as a path of this site or a whole address of another.</summary>
    public string? DestinationOf(HttpResponseMessage response)
    {
        if (response.Headers.Location is not { } location)
            return null;
        var site = _client.BaseAddress!;
        var target = new Uri(site, location);
        return target.Authority == site.Authority ? target.PathAndQuery : target.ToString();
    }

    /// <summary>The token that the sign-out form of a page carries.</summary>
    public async Task<(string Name, string Value)> LogoutTokenAsync()
    {
        var page = new HtmlParser().ParseDocument(await (await GetAsync("/batches")).Content.ReadAsStringAsync());
        var token = page.QuerySelector("form[action='/logout'] input[type=hidden]")!;
        return (token.GetAttribute("name")!, token.GetAttribute("value")!);
    }

    /// <summary>Begins a new batch in the wizard and returns the address to which its file is sent.</summary>
    public async Task<string> StartBatchAsync()
    {
        var step = DestinationOf(await GetAsync("/batches/new"))!;
        return $"/uploads/{step.Split('/')[^2]}";
    }

    /// <summary>Sends a file as the wizard does.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string address, HttpContent file, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = file };
        request.Headers.Add("RequestVerificationToken", (await LogoutTokenAsync()).Value);
        request.Headers.Add("X-File-Name", Uri.EscapeDataString(name));
        return await _client.SendAsync(request);
    }

    public void Dispose() => _client.Dispose();
}
