using System.Diagnostics;
using BatchDashboard.Web.Account;
using BatchDashboard.Web.Endpoints;
using Microsoft.AspNetCore.Diagnostics;

namespace BatchDashboard.Web.Shell;

/// <summary>Answers programs with JSON where people would get an error page.</summary>
internal sealed partial class ProgramErrors(ILogger<ProgramErrors> logger) : IExceptionHandler
{
    /// <summary>Leaves an empty 404 or 401 of the API as it is.</summary>
    public static Task KeepPagesAwayAsync(HttpContext context, RequestDelegate next)
    {
        if (ProgramPaths.Contains(context.Request.Path) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        return next(context);
    }

    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The request's own path is that of the error page by now.
        PathString path = httpContext.Features.Get<IExceptionHandlerPathFeature>()!.Path;
        if (!ProgramPaths.Contains(path))
            return false;
        var reference = Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier;
        // The framework leaves what is answered here out of its own log.
        Log.Failed(logger, reference, exception);
        httpContext.Response.StatusCode = StatusCodes.Status500InternalServerError;
        await ApiRefusals.WriteAsync(
            httpContext.Response, path, "INTERNAL_ERROR", $"The server failed. Reference: {reference}");
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A request failed; its answer names the reference {Reference}.")]
        public static partial void Failed(ILogger logger, string reference, Exception exception);
    }
}
