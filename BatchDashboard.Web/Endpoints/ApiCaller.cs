using System.Security.Claims;
using BatchDashboard.Core;
using BatchDashboard.Core.Batches.Requests;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Who calls the API.</summary>
internal static class ApiCaller
{
    public const int LongestKey = 255;

    private const string IdempotencyHeader = "Idempotency-Key";

    /// <summary>The name of the caller's key, for logs that people read.</summary>
    public static string CallerName(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.Name) ?? "API";

    public static Result<BatchRequester> Requester(this HttpRequest request)
    {
        var user = request.HttpContext.User;
        var keys = request.Headers[IdempotencyHeader];
        if (keys.Count > 1 || (keys.Count == 1 && keys[0]!.Trim() is not { Length: > 0 and <= LongestKey }))
            return RequestErrors.BadKey();
        return new BatchRequester(
            user.FindFirstValue(ClaimTypes.NameIdentifier)!, user.CallerName(), keys.FirstOrDefault()?.Trim());
    }
}
