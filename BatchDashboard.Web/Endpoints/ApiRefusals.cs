using BatchDashboard.Web.Account;

namespace BatchDashboard.Web.Endpoints;

/// <summary>
/// Gives a body to the refusals that the framework makes without one: unknown paths, wrong methods, broken requests.
/// </summary>
internal static class ApiRefusals
{
    public static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (!ProgramPaths.IsApi(context.Request.Path))
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (BadHttpRequestException broken) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = broken.StatusCode;
        }

        if (!IsBare(context.Response))
            return;
        SettleMethod(context);
        var (code, message) = Explain(context);
        await WriteAsync(context.Response, context.Request.Path, code, message);
    }

    /// <summary>
    /// The pages' own routes match every path, for reading: to the router there is nothing at a path that can only be posted to,
    /// and something at any other.
    /// </summary>
    private static void SettleMethod(HttpContext context)
    {
        if (context.Response.StatusCode is not (StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed))
            return;
        var methods = ApiMethods.At(context);
        context.Response.StatusCode = methods.Length > 0 ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status404NotFound;
        context.Response.Headers.Allow = methods.Length > 0 ? string.Join(", ", methods) : default;
    }

    private static bool IsBare(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= 400 and < 500, ContentType: null, ContentLength: null or 0 };

    /// <summary>Writes a refusal in the shape of the path that was asked for; what is not <c>/v2</c> has the flat one.</summary>
    public static Task WriteAsync(HttpResponse response, PathString path, string code, string message) =>
        path.StartsWithSegments("/v2")
            ? response.WriteAsJsonAsync(new V2Refusal([new ApiError(code, message)]), ApiJson.Options)
            : response.WriteAsJsonAsync(new V1Refusal("error", message, [message]), ApiJson.Options);

    private static (string Code, string Message) Explain(HttpContext context)
    {
        var (request, path) = (context.Request, Shortened.Of(context.Request.Path));
        return context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => ("NOT_FOUND", $"There is nothing at {path}."),
            StatusCodes.Status405MethodNotAllowed => (
                "METHOD_NOT_ALLOWED",
                $"{Shortened.Of(request.Method)} is not possible at {path}; use {context.Response.Headers.Allow}."),
            StatusCodes.Status413PayloadTooLarge => ("BODY_TOO_LARGE", "The body is too large."),
            _ => (V2.InvalidRequest, "The request is broken: it is not what HTTP allows, or it ended too early."),
        };
    }
}
