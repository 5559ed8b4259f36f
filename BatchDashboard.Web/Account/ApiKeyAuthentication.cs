using System.Security.Claims;
using System.Text.Encodings.Web;
using BatchDashboard.Web.Endpoints;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Web.Account;

/// <summary>Signs a program in by the key in its <c>authorization</c> header, with or without <c>Bearer</c>.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeyRing ring, WrongKeys wrong)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";

    private const string Bearer = "Bearer ";

    private bool _mustWait;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        var secret = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..] : header;
        if (string.IsNullOrWhiteSpace(secret))
            return AuthenticateResult.NoResult();
        if (await ring.FindAsync(secret.Trim(), Context.Connection.RemoteIpAddress, Context.RequestAborted) is { } key)
            return AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(key), SchemeName));
        _mustWait = !wrong.Try(Context.Connection.RemoteIpAddress);
        return AuthenticateResult.Fail("The API key is unknown or has expired.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!_mustWait)
            return AuthenticationFailure.AnswerAsync(Response);
        Response.Headers.RetryAfter = "1";
        return Refuse(StatusCodes.Status429TooManyRequests, "RATE_LIMITED", "Too many wrong keys came from this address. Wait a second, and check the key.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Refuse(
        StatusCodes.Status403Forbidden,
        "FORBIDDEN",
        $"This key lacks the scope {string.Join(" and ", ScopeClaims.Missing(Context))}. Keys are made in Settings > API keys.");

    private Task Refuse(int status, string code, string message)
    {
        Response.StatusCode = status;
        return ApiRefusals.WriteAsync(Response, Request.Path, code, message);
    }

    private static ClaimsPrincipal PrincipalOf(ApiKey key) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, key.ProgramId.ToString()), new Claim(ClaimTypes.Name, key.Name), .. ScopeClaims.Of(key.Scopes)], SchemeName));
}
