using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace BatchDashboard.Web.Account;

/// <summary>Signing out; signing in and set-up are pages.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/logout", SignOutAsync).AllowAnonymous();

    private static async Task<IResult> SignOutAsync(
        HttpContext context, IAntiforgery antiforgery, SignInManager<User> signIns)
    {
        // Whose session has ended already only wants to be out.
        if (context.User.Identity is { IsAuthenticated: true } && !await antiforgery.IsRequestValidAsync(context))
            return Results.BadRequest();
        await signIns.SignOutAsync();
        return Results.LocalRedirect("/login");
    }
}
