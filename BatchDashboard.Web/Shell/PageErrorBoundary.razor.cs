using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.Shell;

/// <summary>Keeps a failing page from ending the circuit and logs it under a reference that the page shows.</summary>
public sealed partial class PageErrorBoundary
{
    private const string Message =
        "Nothing you saved is lost, and calls go on. Try again; if it keeps happening, give the reference to whoever " +
        "runs this installation.";

    private string? _reference;

    [Inject] public required ILogger<PageErrorBoundary> Logger { get; init; }

    protected override Task OnErrorAsync(Exception exception)
    {
        _reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        Log.PageFailed(Logger, exception, _reference);
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A page failed; it shows the reference {Reference}.")]
        public static partial void PageFailed(ILogger logger, Exception exception, string reference);
    }
}
