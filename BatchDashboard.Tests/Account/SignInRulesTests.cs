using System.Net;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Account;

public sealed class SignInRulesTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string AuthFailure = """{"data":null,"errors":[{"error":"AUTH_FAILURE","message":"Unauthorized"}]}""";

    [Theory]
    [InlineData("/v1/me", null)]
    [InlineData("/v1/me", "wrong-key-of-some-length")]
    [InlineData("/v2/batches/list", "Bearer wrong-key-of-some-length")]
    [InlineData("/v2/no/such/path", "Bearer ")]
    [InlineData("/hubs/batches", null)]
    [InlineData("/hubs/batches", "wrong-key-of-some-length")]
    [InlineData("/uploads", null)]
    public async Task A_program_without_a_valid_key_reads_401_in_the_contracts_words(string path, string? authorization)
    {
        using var visitor = shared.NewVisitor();

        var response = authorization is null
            ? await visitor.GetAsync(path)
            : await visitor.GetWithKeyAsync(path, authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(AuthFailure, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer ")]
    [InlineData("bearer ")]
    public async Task The_key_opens_the_api_with_and_without_bearer(string prefix)
    {
        using var visitor = shared.NewVisitor();

        var response = await visitor.GetWithKeyAsync("/v1/me", prefix + RunningApp.ApiKey);

        Assert.NotEqual(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_cookie_opens_pages_but_never_the_api()
    {
        using var visitor = shared.NewVisitor();
        var signedIn = await visitor.SignInAsync();

        var page = await visitor.GetAsync("/batches");
        var api = await visitor.GetAsync("/v1/me");

        Assert.Equal("/batches", visitor.DestinationOf(signedIn));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        Assert.Equal(AuthFailure, await api.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_key_does_not_open_pages()
    {
        using var visitor = shared.NewVisitor();

        var response = await visitor.GetWithKeyAsync("/batches", RunningApp.ApiKey);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/batches")]
    [InlineData("/calls?batch=1")]
    [InlineData("/no/such/page")]
    [InlineData("/_blazor/negotiate")]
    public async Task A_stranger_is_sent_to_the_sign_in_page_from_everywhere(string path)
    {
        using var visitor = shared.NewVisitor();

        var response = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal($"/login?returnUrl={Uri.EscapeDataString(path)}", visitor.DestinationOf(response));
    }

    [Theory]
    [InlineData("/calls?batch=1", "/calls?batch=1")]
    [InlineData("https://evil.example/", "/batches")]
    [InlineData("//evil.example/", "/batches")]
    [InlineData("/\\evil.example/", "/batches")]
    [InlineData("/\t/evil.example/", "/batches")]
    [InlineData("javascript:alert(1)", "/batches")]
    public async Task Signing_in_leads_only_to_pages_of_this_site(string returnUrl, string expected)
    {
        using var visitor = shared.NewVisitor();

        var response = await visitor.SignInAsync(
            RunningApp.OwnerEmail, RunningApp.OwnerPassword,
            $"/login?returnUrl={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal(expected, visitor.DestinationOf(response));
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_token_is_refused()
    {
        using var visitor = shared.NewVisitor();

        var response = await visitor.PostAsync(
            "/login", ("_handler", "login"), ("Form.Email", RunningApp.OwnerEmail),
            ("Form.Password", RunningApp.OwnerPassword));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Signing_out_closes_the_pages_again()
    {
        using var visitor = shared.NewVisitor();
        await visitor.SignInAsync();

        var forged = await visitor.PostAsync("/logout");
        var signedOut = await visitor.PostAsync("/logout", await visitor.LogoutTokenAsync());
        var after = await visitor.GetAsync("/batches");

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal("/login", visitor.DestinationOf(signedOut));
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
    }

    [Fact]
    public async Task Pages_allow_scripts_from_this_site_only()
    {
        using var visitor = shared.NewVisitor();

        var response = await visitor.GetAsync("/login");

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
    }
}
