using Microsoft.AspNetCore.SignalR;

namespace BatchDashboard.Web.LiveUpdates;

/// <summary>
/// Logs what fails in a hub. The framework's own log, which is switched off for it, calls every refusal of a wrong id
/// an error, with a stack trace.
/// </summary>
internal sealed partial class HubFailures(ILogger<HubFailures> logger) : IHubFilter
{
    public const string FrameworkLog = "Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher";

    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (Exception failure) when (failure is not (HubException or OperationCanceledException))
        {
            Log.Failed(logger, invocationContext.HubMethodName, failure);
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The hub method {Method} failed.")]
        public static partial void Failed(ILogger logger, string method, Exception exception);
    }
}
