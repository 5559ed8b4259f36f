using System.Diagnostics;
using BatchDashboard.Web.Account;
using Microsoft.AspNetCore.Diagnostics;

namespace BatchDashboard.Web.Shell;

/// <summary>Answers programs with JSON where people would get an error page.</summary>
internal sealed class ProgramErrors : IExceptionHandler
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
        if (!ProgramPaths.Contains(httpContext.Request.Path))
            return false;
        var reference = Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier;
        var failure = new { error = "INTERNAL_ERROR", message = $"The server failed. Reference: {reference}" };
        httpContext.Response.StatusCode = StatusCodes.Status500InternalServerError;
        await httpContext.Response.WriteAsJsonAsync(
            new { data = (object?)null, errors = new[] { failure } }, cancellationToken);
        return true;
    }
}
