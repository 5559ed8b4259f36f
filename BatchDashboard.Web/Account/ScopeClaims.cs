using System.Security.Claims;
using BatchDashboard.Core;
using Microsoft.AspNetCore.Authorization;

namespace BatchDashboard.Web.Account;

/// <summary>The scopes of a key on their way from its claims to the policies that ask for them.</summary>
internal static class ScopeClaims
{
    private const string Type = "scope";

    private static readonly (ApiKeyScopes Scope, string Policy)[] Policed =
    [
        (ApiKeyScopes.Read, Policies.Read),
        (ApiKeyScopes.Launch, Policies.Launch),
        (ApiKeyScopes.Manage, Policies.Manage),
    ];

    public static IEnumerable<Claim> Of(ApiKeyScopes scopes) =>
        Policed.Where(policed => scopes.HasFlag(policed.Scope)).Select(policed => new Claim(Type, NameOf(policed.Scope)));

    public static AuthorizationBuilder AddScopes(this AuthorizationBuilder builder) => Policed.Aggregate(
        builder,
        (all, policed) => all.AddPolicy(policed.Policy, policy => policy
            .AddAuthenticationSchemes(ApiKeyAuthentication.SchemeName).RequireClaim(Type, NameOf(policed.Scope))));

    /// <summary>A person, or a program whose key may read.</summary>
    public static bool MayRead(ClaimsPrincipal user) =>
        !user.Identities.Any(identity => identity.AuthenticationType == ApiKeyAuthentication.SchemeName)
        || user.HasClaim(Type, NameOf(ApiKeyScopes.Read));

    /// <summary>The scopes that an endpoint asks for and the caller does not have.</summary>
    public static IEnumerable<string> Missing(HttpContext context) =>
        from policed in Policed
        join asked in context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>() ?? [] on policed.Policy equals asked.Policy
        where !context.User.HasClaim(Type, NameOf(policed.Scope))
        select NameOf(policed.Scope);

    public static string NameOf(ApiKeyScopes scope) => WireName.Of(scope);
}
